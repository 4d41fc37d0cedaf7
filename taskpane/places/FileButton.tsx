import { Button } from "@fluentui/react-components";
import { FolderOpenRegular } from "@fluentui/react-icons";
import { useRef } from "react";

export interface FileButtonParts {
  readonly label: string;
  readonly accept: string;
  readonly testId: string;
  readonly multiple?: boolean;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the file chooser. */
export function FileButton({ label, accept, testId, multiple, primary, disabled, onFiles }: FileButtonParts) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <span className="file-button">
      <Button size={primary ? "medium" : "small"} appearance={primary ? "primary" : "secondary"} icon={<FolderOpenRegular />} disabledFocusable={disabled} onClick={() => chooser.current?.click()}>{label}</Button>
      <input
        ref={chooser}
        type="file"
        multiple={multiple}
        accept={accept}
        className="out-of-sight"
        tabIndex={-1}
        aria-label={label}
        data-testid={testId}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </span>
  );
}

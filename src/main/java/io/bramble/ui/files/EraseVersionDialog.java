package io.bramble.ui.files;

import io.bramble.storage.ObjectVersion;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.TypedNameDialog;

/** The one deletion without a way back: asks for the file's name. */
class EraseVersionDialog extends TypedNameDialog {
    private final transient BucketFiles files;
    private final transient ObjectVersion version;
    private final transient Runnable erased;

    EraseVersionDialog(BucketFiles files, ObjectVersion version, Runnable erased) {
        super("Erase this version?", "Erase for good", name(version), "erase", consequence(version));
        this.files = files;
        this.version = version;
        this.erased = erased;
    }

    private static String name(ObjectVersion version) {
        return FileNames.visible(FileNames.last(version.id().key()));
    }

    private static String consequence(ObjectVersion version) {
        var what = "The version of %s, %s, is gone for good: nobody can bring it back."
                .formatted(Dates.exact(version.modifiedAt()), Numbers.bytes(version.sizeBytes()));
        return version.latest() ? what + " The version before it becomes the current one." : what;
    }

    @Override
    protected void submit() {
        Beside.run(
                () -> files.erase(version.id()),
                () -> {
                    Notices.done("Erased that version.");
                    erased.run();
                },
                Problems::tell);
        close();
    }
}

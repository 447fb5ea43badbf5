package io.bramble.ui.files;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.bramble.bucket.Duplicates;
import io.bramble.storage.Capability;

/** What becomes of a name that is taken. */
class DuplicatesField extends RadioButtonGroup<Duplicates> {
    DuplicatesField(Duplicates first, BucketFiles files) {
        setLabel("If a name is taken there");
        setItems(Duplicates.values());
        setItemLabelGenerator(DuplicatesField::words);
        addClassName("column");
        setValue(first);
        if (!files.can(Capability.CONDITIONAL_COPY))
            setHelperText("This engine looks whether a name is free before it copies: what somebody stores there in"
                    + " between is replaced.");
    }

    private static String words(Duplicates duplicates) {
        return switch (duplicates) {
            case SKIP -> "Leave both where they are";
            case REPLACE -> "Replace what is there";
            case KEEP_BOTH -> "Keep both, the new one as “name (2)”";
        };
    }
}

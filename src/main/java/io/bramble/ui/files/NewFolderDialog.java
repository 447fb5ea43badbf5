package io.bramble.ui.files;

import com.vaadin.flow.component.textfield.TextField;
import io.bramble.account.InvalidField;
import io.bramble.ui.parts.FormDialog;
import java.util.function.Consumer;

/** Asks for a folder's name. */
class NewFolderDialog extends FormDialog {
    private final TextField name = new TextField("Name");
    private final transient Consumer<String> create;

    NewFolderDialog(Consumer<String> create) {
        super("New folder", "Create folder");
        this.create = create;
        name.setAutofocus(true);
        name.setHelperText("An empty object whose name ends in / keeps the folder until files are in it.");
        addField("name", name);
    }

    @Override
    protected void submit() {
        var typed = name.getValue().strip();
        if (typed.isEmpty()) throw new InvalidField("name", "Give the folder a name.");
        if (typed.contains("/")) throw new InvalidField("name", "A / separates folders: make one after the other.");
        if (FileNames.isWayUp(typed))
            throw new InvalidField("name", "Browsers take . and .. for the way up. Choose another name.");
        create.accept(typed);
        close();
    }
}

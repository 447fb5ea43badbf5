package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.bramble.storage.Capability;
import java.util.function.Consumer;

/** What can be done in a place, whatever is selected. */
class Tools extends Div {
    private final transient Ways ways;
    private final Button newFolder;
    private final Button back = new Button("Back to files", VaadinIcon.ARROW_LEFT.create());
    private final Uploader uploader;
    private final ContextMenu menu;
    private Place place = Place.ROOT;

    /** Where the tools lead: to a place, to the details of what is selected, to what has changed. */
    record Ways(Consumer<Place> go, Runnable details, Runnable changed) {}

    Tools(BucketFiles files, FileActions actions, Ways ways) {
        this.ways = ways;
        addClassName("files-acts");
        newFolder = new Button("New folder", VaadinIcon.FOLDER_ADD.create(), _ -> actions.newFolder(place));
        newFolder.setVisible(files.mayWrite());
        files.leave().toWrite(files.acting(), newFolder);
        newFolder.getElement().setAttribute("data-shortcut", "n");
        uploader = new Uploader(files, ways.changed());
        files.leave().follow(uploader, files.acting(), uploader::permit);
        back.addClickListener(_ -> ways.go().accept(new Place(place.prefix(), "", Place.Scope.FOLDER)));
        var more = new Button(VaadinIcon.ELLIPSIS_DOTS_H.create());
        more.setAriaLabel("More about this folder");
        more.setTooltipText("More");
        more.getElement().setAttribute("aria-haspopup", "menu");
        menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        fill(files);
        add(newFolder, uploader, back, more);
    }

    private void fill(BucketFiles files) {
        menu.addItem("Details of what is selected", _ -> ways.details().run());
        menu.addItem("Load again", _ -> ways.changed().run());
        if (files.can(Capability.VERSIONING))
            menu.addItem("Deleted files", _ -> ways.go().accept(place.in(Place.Scope.DELETED)));
    }

    void show(Place shown) {
        place = shown;
        uploader.setFolder(shown.prefix());
        uploader.setVisible(!shown.isDeleted());
        newFolder.getStyle().set("display", shown.isDeleted() ? "none" : null);
        back.setVisible(shown.isDeleted());
    }
}

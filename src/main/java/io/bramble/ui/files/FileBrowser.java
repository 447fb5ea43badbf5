package io.bramble.ui.files;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.bramble.bucket.BucketView;
import io.bramble.ui.parts.Numbers;
import java.time.Clock;
import java.util.List;

/** One folder of a bucket: what is in it, and what can be done with that. */
class FileBrowser extends Composite<Div> {
    private static final int TYPING_MILLIS = 250;

    private final transient BucketFiles files;
    private final transient Links links;
    private final transient Pager pager;
    private final transient FileActions actions;
    private final Breadcrumb breadcrumb;
    private final TextField filter = new TextField();
    private final Uploader uploader;
    private final SelectionBar selection;
    private final Banner banner = new Banner(this::reload);
    private final FileTable table;
    private final Span footer = new Span();
    private Place place = Place.ROOT;

    FileBrowser(BucketFiles files, Clock clock) {
        this.files = files;
        links = Links.of(files.bucket());
        pager = new Pager(files::list, this::drawn, this::failed);
        var jobs = new JobsStrip(files.jobs(), clock, this::reload);
        actions = new FileActions(files, jobs, this::reload);
        breadcrumb = new Breadcrumb(files.bucket().name(), links::link);
        uploader = new Uploader(files, this::reload);
        files.leave().follow(uploader, files.acting(), uploader::permit);
        table = new FileTable(pager, clock, links::href, row -> actions.download(List.of(row)));
        selection = createSelection();
        footer.getElement().setAttribute("role", "status");
        footer.addClassName("files-footer");
        getContent().addClassName("files");
        getContent().add(createBar(), banner, jobs, table, footer);
    }

    boolean shows(BucketView bucket) {
        return files.bucket().id().equals(bucket.id());
    }

    String title() {
        var steps = place.steps();
        var here = steps.isEmpty() ? "" : FileNames.visible(steps.getLast().name()) + " – ";
        return here + files.bucket().name() + " – Bramble";
    }

    void show(Place next) {
        place = next;
        filter.setValue(next.startsWith());
        breadcrumb.show(next);
        uploader.setFolder(next.prefix());
        table.clearSelection();
        pager.open(next);
    }

    private Div createBar() {
        var tools = new Div(createFilter(), createNewFolder(), uploader);
        tools.addClassName("files-tools");
        var bar = new Div(breadcrumb, tools, selection);
        bar.addClassName("files-bar");
        return bar;
    }

    private TextField createFilter() {
        filter.setPlaceholder("Starts with");
        filter.setAriaLabel("Show names that start with");
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.setValueChangeTimeout(TYPING_MILLIS);
        filter.getElement().setAttribute("data-shortcut", "/");
        filter.addValueChangeListener(event -> {
            if (event.isFromClient()) filter(event.getValue());
        });
        return filter;
    }

    private Button createNewFolder() {
        var button = new Button("New folder", VaadinIcon.FOLDER_ADD.create(), _ -> actions.newFolder(place));
        button.setVisible(files.mayWrite());
        files.leave().toWrite(files.acting(), button);
        button.getElement().setAttribute("data-shortcut", "n");
        return button;
    }

    private SelectionBar createSelection() {
        var bar = new SelectionBar(
                files.mayWrite(),
                () -> actions.download(table.selected()),
                () -> actions.askToDelete(table.selected(), table::clearSelection),
                table::selectAll,
                table::clearSelection);
        table.onSelection(() -> bar.show(table.selected()));
        return bar;
    }

    /** Typing is no navigation: Back leads to the folder before, not through the letters. */
    private void filter(String text) {
        place = place.startingWith(text);
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, links.location(place));
        pager.open(place);
    }

    private void reload() {
        pager.reload();
    }

    private void drawn() {
        var listing = pager.listing();
        banner.hide();
        table.setEmpty(EmptyFolder.of(files, listing.place()));
        table.redraw();
        var shown = Numbers.count(listing.size());
        footer.setText(listing.hasMore() ? shown + " loaded, more as you scroll" : shown + " in all");
        footer.setVisible(listing.size() > 0);
    }

    private void failed(RuntimeException problem) {
        if (!Problems.isRefusal(problem)) throw problem;
        banner.show(Problems.sentence(problem));
        table.redraw();
    }
}

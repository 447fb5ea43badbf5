package io.bramble.ui.files;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import io.bramble.bucket.BucketView;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One place of a bucket: what is in it, and what can be done with that. */
@JsModule("./components/files/keys.ts")
class FileBrowser extends Composite<Div> {
    private final transient BucketFiles files;
    private final transient Links links;
    private final transient Pager pager;
    private final transient FileActions actions;
    private final transient Selection selection;
    private final transient List<Offer> offers;
    private final Breadcrumb breadcrumb;
    private final SearchBox search = new SearchBox(this::search, this::within);
    private final Tools tools;
    private final SelectionBar bar;
    private final Banner banner = new Banner(this::reload);
    private final FileTable table;
    private final DetailsPanel details;
    private final Footer footer;
    private final Unseen unseen;
    private Place place = Place.ROOT;
    private @Nullable String wished;

    FileBrowser(BucketFiles files, Clock clock) {
        this.files = files;
        links = Links.of(files.bucket());
        pager = new Pager(files::read, new Pager.News(this::drawn, this::grown, this::failed));
        var jobs = new JobsStrip(files.jobs(), clock, this::reload);
        actions = new FileActions(files, jobs, this::reload);
        breadcrumb = new Breadcrumb(files.bucket().name(), links::link);
        table = new FileTable(
                pager, clock, new FileTable.Ways(links::href, this::open, row -> actions.download(List.of(row))));
        selection = new Selection(table.grid(), pager);
        offers = new Offers(files, actions, clock, selection::clear).all(this::open, this::showDetails);
        bar = new SelectionBar(offers, selection::rows);
        details = new DetailsPanel(files, actions, clock, this::closeDetails, this::reload);
        tools = new Tools(files, actions, new Tools.Ways(this::go, () -> showDetails(selection.rows()), this::reload));
        footer = new Footer(pager::more);
        unseen = new Unseen(files, clock, jobs::began);
        wire();
        var main = new Div(table, details);
        main.addClassName("files-main");
        getContent().addClassName("files");
        getContent().add(createBar(), banner, jobs, main, footer, unseen);
    }

    private void wire() {
        new RowMenu(table.grid(), selection, offers);
        bar.addWays(() -> selection.wish("all", 0, 0), this::selectEverything, selection::clear);
        table.onSort(order -> pager.arrange(pager.arrangement().by(order)));
        table.grid().addSelectionListener(change -> {
            selected();
            if (change.isFromClient()) address(true);
        });
        var wishes = table.grid().getElement().addEventListener("file-wish", event -> hear(Selection.Wish.of(event)));
        Selection.Wish.PARTS.forEach(part -> wishes.addEventData("event.detail." + part));
    }

    private Div createBar() {
        var line = new Div(search, tools);
        line.addClassName("files-tools");
        var all = new Div(breadcrumb, line, bar);
        all.addClassName("files-bar");
        return all;
    }

    boolean shows(BucketView bucket) {
        return files.bucket().id().equals(bucket.id());
    }

    String title() {
        var steps = place.steps();
        var here = steps.isEmpty() ? "" : FileNames.visible(steps.getLast().name()) + " – ";
        return here + files.bucket().name() + " – Bramble";
    }

    /** What an address says; what is shown already stays as it is. */
    void show(Address address) {
        if (!address.place().equals(place) || pager.listing().pages() == 0) {
            wished = rowOf(address);
            show(address.place());
        }
        if (address.file() == null) details.close();
        else details.show(address.file());
    }

    private void show(Place next) {
        place = next;
        search.show(next);
        breadcrumb.show(next);
        tools.show(next);
        selection.clear();
        table.open(next);
        unseen.show(next);
        pager.open(next, "");
    }

    private void go(Place next) {
        UI.getCurrentOrThrow().navigate(links.href(next));
    }

    /** Typing is no navigation: Back leads to the folder before, not through the letters. */
    private void search(Place wished, String within) {
        place = wished;
        selection.clear();
        breadcrumb.show(wished);
        address(true);
        table.unsort();
        pager.open(wished, within);
    }

    private void within(String text) {
        if (!text.equals(pager.arrangement().contains()))
            pager.arrange(pager.arrangement().containing(text));
    }

    private void open(Row row) {
        if (row.isFolder()) {
            go(Place.folder(row.key()));
            return;
        }
        if (!selection.rows().isEmpty()) selection.only(List.of(row)); // what a key is about is what one looks at
        openFile(row.key());
    }

    /** Back closes what was opened; going from one file to the next leaves no trail. */
    private void openFile(String key) {
        var wasOpen = details.isOpen();
        details.show(key);
        address(wasOpen);
    }

    private void showDetails(Set<Row> rows) {
        if (rows.size() == 1 && !rows.iterator().next().isFolder())
            openFile(rows.iterator().next().key());
        else details.show(rows);
    }

    private void closeDetails() {
        details.close();
        address(true);
    }

    private void address(boolean replace) {
        var location = links.location(new Address(place, details.file(), selection.only()));
        var history = UI.getCurrentOrThrow().getPage().getHistory();
        if (replace) history.replaceState(null, location);
        else history.pushState(null, location);
    }

    void hear(Selection.Wish wish) {
        switch (wish.wish()) {
            case "open" -> selection.at(wish.index()).forEach(this::open);
            case "key" -> press(wish.key(), wish.index());
            default -> {
                selection.wish(wish.wish(), wish.index(), wish.from());
                address(true);
            }
        }
    }

    private void press(String key, int index) {
        if (key.equals("Escape")) {
            if (details.isOpen()) closeDetails();
            else selection.clear();
            return;
        }
        if (key.equals("Mod+v")) {
            if (files.mayWrite() && !place.isDeleted()) actions.paste(place);
            return;
        }
        var rows = selection.meant(index);
        if (rows.isEmpty()) return;
        offers.stream()
                .filter(offer -> offer.key().equals(key) && offer.fits().test(rows))
                .findFirst()
                .ifPresent(offer -> offer.act().accept(rows));
    }

    private void selectEverything() {
        selection.everythingIn(place);
        selected();
    }

    private void selected() {
        bar.show(selection.isEverything(), place);
        var rows = selection.rows();
        if (details.isOpen() && !rows.isEmpty()) showDetails(rows);
    }

    private void reload() {
        pager.reload();
    }

    private void drawn() {
        var listing = pager.listing();
        banner.hide();
        table.setEmpty(EmptyFolder.of(files, listing));
        table.redraw();
        footer.show(pager);
        if (wished != null && listing.pages() > 0) find(wished);
    }

    /** A file whose name ends in "/" has no row: the one of its key is the folder. */
    private static @Nullable String rowOf(Address address) {
        var file = address.file();
        if (file == null) return address.selected();
        return file.endsWith("/") ? null : file;
    }

    /** What a link means is selected where it is loaded; else its details say what it is. */
    private void find(String key) {
        wished = null;
        var found = pager.listing().keptRows().stream()
                .filter(row -> row.key().equals(key))
                .toList();
        if (!found.isEmpty()) selection.only(found);
        else if (!details.isOpen() && !key.endsWith("/")) details.show(key);
    }

    private void grown() {
        banner.hide();
        table.grow();
        footer.show(pager);
    }

    private void failed(RuntimeException problem) {
        if (!Problems.isRefusal(problem)) throw problem;
        banner.show(Problems.sentence(problem));
        table.redraw();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        pager.stop();
        unseen.stop();
    }
}

package io.bramble.ui.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.function.BiFunction;

/** The way from the bucket to the folder that is shown. */
class Breadcrumb extends Nav {
    private final String bucket;
    private final transient BiFunction<String, Place, RouterLink> links;
    private final OrderedList list = new OrderedList();

    /** @param links to another place of this bucket, with that text */
    Breadcrumb(String bucket, BiFunction<String, Place, RouterLink> links) {
        this.bucket = bucket;
        this.links = links;
        addClassName("breadcrumb");
        getElement().setAttribute("aria-label", "Folders");
        add(list);
    }

    void show(Place place) {
        list.removeAll();
        var steps = place.steps();
        var root = place.isDeleted() ? "Deleted files of " + bucket : bucket;
        list.add(new ListItem(steps.isEmpty() ? here(root) : links.apply(root, place.root())));
        for (var step : steps) {
            var name = FileNames.visible(step.name());
            list.add(new ListItem(step.equals(steps.getLast()) ? here(name) : links.apply(name, step.place())));
        }
        if (!steps.isEmpty()) list.add(up(place));
    }

    private static Component here(String name) {
        var here = new Span(name);
        here.getElement().setAttribute("aria-current", "page");
        return here;
    }

    /** For the Backspace key; who sees the breadcrumb needs no button. */
    private ListItem up(Place place) {
        var up = links.apply("Up", place.up());
        up.getElement().setAttribute("data-shortcut", "Backspace");
        var item = new ListItem(up);
        item.getElement().setAttribute("hidden", true);
        return item;
    }
}

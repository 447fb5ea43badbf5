package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.bramble.ui.parts.Numbers;

/** How much of the place is loaded, and what that means for what one sees. */
class Footer extends Div {
    private final Span words = new Span();
    private final Button more;

    Footer(Runnable onMore) {
        addClassName("files-footer");
        words.getElement().setAttribute("role", "status");
        more = new Button("Load more", _ -> onMore.run());
        more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(words, more);
    }

    void show(Pager pager) {
        var listing = pager.listing();
        words.setText(words(pager));
        more.setVisible(pager.mayGrow() && !(pager.arrangement().isPlain() && listing.size() > 0));
        setVisible(listing.size() > 0 || listing.hasMore());
    }

    static String words(Pager pager) {
        var listing = pager.listing();
        var loaded = Numbers.count(listing.size());
        var arrangement = pager.arrangement();
        var all = listing.place().startsWith().isEmpty() ? " in all" : " found";
        if (arrangement.isPlain()) return loaded + (listing.hasMore() ? " loaded, more as you scroll" : all);
        var held = listing.keptRows().size();
        var of = held < listing.size()
                ? Numbers.count(held) + " of " + loaded + " kept"
                : loaded + (listing.hasMore() ? " loaded" : all);
        var fitting = arrangement.contains().isEmpty() ? "" : Numbers.count(pager.size()) + " shown of ";
        var end = listing.hasMore() && !pager.mayGrow() ? "; open a folder or type to see others" : "";
        return fitting + of + ", " + arrangement.words() + end;
    }
}

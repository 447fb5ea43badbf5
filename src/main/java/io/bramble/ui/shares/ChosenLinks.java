package io.bramble.ui.shares;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.bramble.bucket.Share;
import io.bramble.ui.parts.CopyButton;
import io.bramble.ui.parts.Numbers;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with several links at once: in the place of the tab's own bar. */
final class ChosenLinks extends Div {
    private final Span words = new Span();
    private final Div buttons = new Div();
    private final Button clear = new Button(VaadinIcon.CLOSE_SMALL.create());
    private final transient Consumer<List<Share>> revoke;

    /** @param nothing to choose none any more */
    ChosenLinks(Consumer<List<Share>> revoke, Runnable nothing) {
        this.revoke = revoke;
        clear.addClickListener(_ -> nothing.run());
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.setAriaLabel("Clear the selection");
        clear.setTooltipText("Clear the selection");
        addClassName("bar");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Selection");
        words.getElement().setAttribute("role", "status");
        buttons.addClassName("bar-buttons");
        add(new Div(words), buttons);
        setVisible(false);
    }

    void show(Collection<Share> chosen) {
        setVisible(!chosen.isEmpty());
        words.setText(Numbers.count(chosen.size(), "link") + " selected");
        buttons.removeAll();
        var working = chosen.stream()
                .filter(share -> share.state() == Share.State.ACTIVE)
                .map(Share::url)
                .collect(joining("\n"));
        if (!working.isEmpty()) buttons.add(createCopy(working));
        var revocable = chosen.stream()
                .filter(share -> share.state() != Share.State.REVOKED)
                .toList();
        if (!revocable.isEmpty()) buttons.add(new Button("Revoke", _ -> revoke.accept(revocable)));
        buttons.add(clear);
    }

    private static CopyButton createCopy(String urls) {
        var copy = new CopyButton("links", urls);
        copy.setText("Copy links");
        copy.removeThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return copy;
    }
}

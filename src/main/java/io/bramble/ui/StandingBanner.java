package io.bramble.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.bramble.account.Standing;

/** On every page of a restricted account: what is restricted, and what lifts it. */
class StandingBanner extends Div {
    StandingBanner() {
        addClassName("standing-banner");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(Standing standing) {
        removeAll();
        setVisible(standing != Standing.ACTIVE);
        if (standing == Standing.ACTIVE) return;
        getElement().setAttribute("data-standing", standing.name());
        add(createTitle(standing), new Span(effect(standing)), link("/docs/problems#standing", "What this means"));
        add(link("/legal/imprint", "Reach the operator"));
    }

    private static Span createTitle(Standing standing) {
        var title = new Span(title(standing));
        title.addClassName("title");
        return title;
    }

    private static Anchor link(String address, String text) {
        var link = new Anchor(address, text, AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return link;
    }

    private static String title(Standing standing) {
        return switch (standing) {
            case ACTIVE -> "";
            case WARNED -> "Your account has a warning.";
            case READ_ONLY -> "Your account is read-only.";
            case SUSPENDED -> "Your account is suspended.";
            case CLOSED -> "Your account is closed.";
        };
    }

    private static String effect(Standing standing) {
        return switch (standing) {
            case ACTIVE -> "";
            case WARNED -> "Everything still works. Settle it with the operator before the account is restricted.";
            case READ_ONLY ->
                "You can look, download and delete. Uploads and new buckets, folders and keys wait until the operator"
                        + " lifts this.";
            case SUSPENDED ->
                "Files can be neither read nor written, and access keys are refused, until the operator lifts this.";
            case CLOSED -> "Files can be neither read nor written. Only the operator can open it again.";
        };
    }
}

package io.bramble.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.bramble.ui.parts.Facts;

/** The way to the guide, and the list of keys. */
class HelpDialog extends Dialog {
    /** As {@code shortcuts.ts} calls it. */
    private static final String SWITCH = "bramble-single-keys";

    HelpDialog() {
        super("Help");
        setWidth("min(26rem, 94vw)");
        var guide = new Anchor("/docs", "Read the guide", AnchorTarget.BLANK);
        guide.setRouterIgnore(true);
        add(guide, new H3("Keyboard shortcuts"));
        add(new Facts()
                .fact("Search in a list", key("/"))
                .fact("Create", key("c"))
                .fact("Go to the dashboard", key("g", "d"))
                .fact("Go to buckets", key("g", "b"))
                .fact("Go to usage", key("g", "u"))
                .fact("Go to API tokens", key("g", "t"))
                .fact("Go to your account", key("g", "a"))
                .fact("This list", key("?"))
                .fact("Close", key("Esc")));
        add(new H3("In a bucket's files"));
        add(new Facts()
                .fact("Upload files", key("u"))
                .fact("New folder", key("n"))
                .fact("Up to the folder around", key("Backspace"))
                .fact("Open", key("Enter"))
                .fact("Select a row", key("Space"))
                .fact("Select up to here", key("Shift", "Space"))
                .fact("Select all that is loaded", key("Ctrl", "A"))
                .fact("Details", key("i"))
                .fact("Share by a link", key("s"))
                .fact("Rename", key("F2"))
                .fact("Copy, cut, paste", key("Ctrl", "C", "X", "V"))
                .fact("Delete what is selected", key("Del")));
        add(createSwitch());
        getFooter().add(new Button("Close", _ -> close()));
    }

    /** Who speaks to a program types letters without meaning keys. */
    private static Checkbox createSwitch() {
        var single = new Checkbox("Keys that are one letter work in this browser");
        single.getElement().executeJs("this.checked = localStorage.getItem($0) !== 'off'", SWITCH);
        single.addValueChangeListener(change -> single.getElement()
                .executeJs("localStorage.setItem($0, $1 ? 'on' : 'off')", SWITCH, change.getValue()));
        return single;
    }

    private static Span key(String... keys) {
        var shown = new Span();
        for (var key : keys) {
            var one = new Span(key);
            one.addClassName("key");
            shown.add(one);
        }
        return shown;
    }
}

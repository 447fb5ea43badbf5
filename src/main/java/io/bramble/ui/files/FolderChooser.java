package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import java.util.function.Consumer;
import java.util.function.Function;

/** The folders of a folder, to go down and up in. */
class FolderChooser extends Div {
    private static final int MOST = 200;

    private final transient Consumer<String> chosen;
    private transient Function<ListRequest, ObjectPage> list = _ -> {
        throw new IllegalStateException();
    };
    private String here = "";

    /** @param chosen a folder's prefix, empty for the top */
    FolderChooser(Consumer<String> chosen) {
        this.chosen = chosen;
        addClassName("folder-chooser");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Folders");
    }

    void show(String prefix, Function<ListRequest, ObjectPage> in) {
        list = in;
        go(prefix);
    }

    private void go(String prefix) {
        here = prefix;
        Beside.call(() -> list.apply(ListRequest.folder(prefix, MOST)), page -> draw(prefix, page), problem -> {
            if (!Problems.isRefusal(problem)) throw problem;
            removeAll();
            add(new Span(Problems.sentence(problem)));
        });
    }

    private void draw(String prefix, ObjectPage page) {
        if (!prefix.equals(here)) return;
        removeAll();
        if (!prefix.isEmpty())
            add(step(VaadinIcon.ARROW_UP, "Up", Place.folder(prefix).up().prefix()));
        for (var folder : page.commonPrefixes()) {
            var name = folder.substring(prefix.length(), folder.length() - 1);
            add(step(VaadinIcon.FOLDER, FileNames.visible(name), folder));
        }
        if (page.commonPrefixes().isEmpty()) add(new Span("No folders in here."));
        if (page.nextToken() != null) add(new Span("More than can be shown: type the path."));
    }

    private Button step(VaadinIcon icon, String text, String prefix) {
        var button = new Button(text, icon.create(), _ -> {
            chosen.accept(prefix);
            go(prefix);
        });
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}

package io.bramble.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.function.SerializableConsumer;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

/** Light, dark, or as the system has it: a choice of the browser, kept there and applied before the first paint. */
enum ColorScheme {
    SYSTEM("System", "light dark"),
    LIGHT("Light", "light"),
    DARK("Dark", "dark");

    private static final String KEY = "bramble.color-scheme";
    private final String title;
    private final String css;

    ColorScheme(String title, String css) {
        this.title = title;
        this.css = css;
    }

    String title() {
        return title;
    }

    static void beforeFirstPaint(Document page) {
        page.head()
                .prependElement("script")
                .appendChild(new DataNode("document.documentElement.style.colorScheme = localStorage.getItem('" + KEY
                        + "') || 'light dark'"));
    }

    void applyTo(UI ui) {
        WebStorage.setItem(KEY, css);
        ui.getPage().executeJs("document.documentElement.style.colorScheme = $0", css);
    }

    void isChosen(SerializableConsumer<Boolean> answer) {
        WebStorage.getItem(KEY, kept -> answer.accept(css.equals(kept == null ? SYSTEM.css : kept)));
    }
}

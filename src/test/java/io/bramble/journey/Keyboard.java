package io.bramble.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;

/** The only thing that somebody without a mouse has; knows where the focus is, as they do. */
record Keyboard(Page page) {
    private static final int MOST_STOPS = 60;

    /** Of a row of the table its name, in "row …"; of anything else what a screen reader calls it. */
    private static final String FOCUSED = """
            () => {
              const element = document.activeElement;
              const cell = element.shadowRoot?.activeElement;
              const row = cell?.closest('#items tr');
              if (row) return 'row ' + row.children[1]._content.innerText.trim();
              if (cell?.closest('tr')) return 'header';
              return element.ariaLabel || element.labels?.[0]?.innerText || element.innerText?.trim() || element.localName;
            }""";

    void press(String... keys) {
        for (var key : keys) page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().insertText(text);
    }

    String focused() {
        return String.valueOf(page.evaluate(FOCUSED));
    }

    void awaitFocus(String wanted) {
        await().untilAsserted(() -> assertThat(focused()).isEqualTo(wanted));
    }

    /** By Tab alone. */
    void tabTo(String wanted) {
        walk("Tab", wanted);
    }

    /** Into the table, and in it up or down to a row. */
    void goToRow(String name) {
        for (var stops = 0; !focused().startsWith("row "); stops++) {
            assertThat(stops).as("stops on the way to the table").isLessThan(MOST_STOPS);
            press("Tab");
        }
        press("Control+Home");
        walk("ArrowDown", "row " + name);
    }

    private void walk(String key, String wanted) {
        var passed = new StringBuilder();
        for (var stops = 0; !focused().equals(wanted); stops++) {
            assertThat(stops).as("%s to \"%s\":%s", key, wanted, passed).isLessThan(MOST_STOPS);
            press(key);
            passed.append(' ').append(focused());
        }
    }
}

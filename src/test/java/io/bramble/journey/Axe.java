package io.bramble.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What axe has to say against a page, by the rules of WCAG 2.2 AA. */
final class Axe {
    private static final String SCRIPT = script();
    private static final String RUN = """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
              return violations.flatMap(({ id, help, nodes }) =>
                nodes.map(node => `${id}: ${help}: ${node.target.join(' ')} ${node.html.slice(0, 160)} `
                  + (node.any[0]?.message ?? node.none[0]?.message ?? '')));
            }""";

    private Axe() {}

    /** One sentence for each place that breaks a rule; none if all is well. */
    @SuppressWarnings("unchecked") // what RUN returns
    static List<String> violations(Page page) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(RUN);
    }

    private static String script() {
        try (var axe = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(axe).readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

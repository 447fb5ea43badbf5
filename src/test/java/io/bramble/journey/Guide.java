package io.bramble.journey;

import static java.util.regex.Pattern.DOTALL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The lines of the user guide, with a person's own key in the place of the example's. */
final class Guide {
    private static final Path TOOLS = Path.of("docs/guide/tools.md");

    private Guide() {}

    /** @param program a heading of the page; of its blocks the last is the program, what is above it installs */
    static String lines(String program, Key key) {
        var section = Pattern.compile("^## " + program + "\n(.*?)(?=^## )", DOTALL | Pattern.MULTILINE)
                .matcher(page());
        if (!section.find()) throw new IllegalArgumentException("No section " + program + " in " + TOOLS);
        var blocks = Pattern.compile("```\\w+\n(.*?)```", DOTALL)
                .matcher(section.group(1))
                .results()
                .toList();
        return filledIn(blocks.getLast().group(1), key);
    }

    private static String filledIn(String lines, Key key) {
        return lines.replace("{{endpoint}}", key.endpoint())
                .replace("{{region}}", key.region())
                .replace("your-key-id", key.accessKeyId())
                .replace("your-secret", key.secret())
                .replace("photos", key.bucket());
    }

    private static String page() {
        try {
            return Files.readString(TOOLS);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

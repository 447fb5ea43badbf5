package io.bramble.metering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes a table for spreadsheets, row by row. Text that a spreadsheet would run as a formula gets an apostrophe before
 * it, which makes it text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class Csv {
    private static final String FORMULA = "=+-@\t\r";
    private static final String SPECIAL = ",\"\r\n";

    private final Appendable out;

    Csv(Appendable out) {
        this.out = out;
    }

    void row(Object... cells) {
        try {
            out.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String cell(Object value) {
        var text = value.toString();
        if (value instanceof Number || text.isEmpty()) return text;
        var harmless = FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        var plain = harmless.chars().noneMatch(letter -> SPECIAL.indexOf(letter) >= 0);
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}

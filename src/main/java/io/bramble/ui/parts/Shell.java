package io.bramble.ui.parts;

/** What lines to paste into a shell are made of. */
public final class Shell {
    private Shell() {}

    /** Literal for a shell, whatever the text holds. */
    public static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:@=+-]*") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

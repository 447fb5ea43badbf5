package io.bramble.ui.parts;

import java.util.Locale;

/** Names from the code as people read them. */
public final class Words {
    private Words() {}

    /** As "Read only" for {@code READ_ONLY}. */
    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    /** The same for a constant that comes as text. */
    public static String of(String constant) {
        var words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

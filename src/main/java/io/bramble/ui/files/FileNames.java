package io.bramble.ui.files;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names as they are, with what would hide, reorder or vanish made visible. */
final class FileNames {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]|^ +| +$|  +");

    private FileNames() {}

    static String visible(String name) {
        if (name.isEmpty()) return "(no name)";
        return UNSEEN.matcher(name)
                .replaceAll(match ->
                        match.group().codePoints().mapToObj(FileNames::sign).reduce("", String::concat));
    }

    /** Whether a browser can ask for it: addresses lose the parts "." and "..", however they are written. */
    static boolean survivesInAddress(String key) {
        return Stream.of(key.split("/", -1)).noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    private static String sign(int code) {
        if (code == ' ') return "␣";
        if (code < 0x20) return Character.toString(0x2400 + code);
        if (code == 0x7f) return "␡";
        // joins the parts of one emoji
        return code == 0x200d ? Character.toString(code) : "‹U+%04X›".formatted(code);
    }
}

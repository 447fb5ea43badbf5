package io.bramble.storage.embedded;

import java.util.Comparator;

/** S3's order of keys: by their bytes as UTF-8, which is by code point and not by Java's characters. */
final class KeyOrder {
    static final Comparator<String> BY_BYTES = KeyOrder::compare;

    private KeyOrder() {}

    static int compare(String left, String right) {
        var shorter = Math.min(left.length(), right.length());
        for (var i = 0; i < shorter; i++) {
            var l = left.charAt(i);
            var r = right.charAt(i);
            if (l != r) {
                var bothOrNeither = Character.isSurrogate(l) == Character.isSurrogate(r);
                return bothOrNeither ? Character.compare(l, r) : Character.isSurrogate(l) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}

package io.bramble.bucket;

import io.bramble.storage.ObjectPage;

/** The small object by which a pass proves that a bucket can be used. Never shown, never left behind. */
final class Canary {
    static final String PREFIX = ".bramble-canary/";

    private Canary() {}

    static boolean owns(String key) {
        return key.startsWith(PREFIX);
    }

    static ObjectPage hide(ObjectPage page) {
        return new ObjectPage(
                page.objects().stream().filter(object -> !owns(object.key())).toList(),
                page.commonPrefixes().stream().filter(prefix -> !owns(prefix)).toList(),
                page.nextToken());
    }
}

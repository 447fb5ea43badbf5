package io.bramble.compatibility;

import static java.util.Objects.requireNonNull;

import io.bramble.journey.Key;
import java.util.Map;

/**
 * A customer's bucket on an engine.
 *
 * @param other another customer's bucket there; holds {@code secret.txt}
 * @param keys by what they may: {@code all}, {@code reader}, {@code writer}, and {@code below} the prefix "below/" all
 */
record Place(Engine engine, String endpoint, String region, String bucket, String other, Map<String, Key> keys) {
    Key key(String name) {
        return requireNonNull(keys.get(name));
    }
}

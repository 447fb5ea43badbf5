package io.bramble.storage;

import static java.util.stream.Collectors.joining;

import java.util.random.RandomGenerator;

final class Letters {
    private Letters() {}

    static String random(RandomGenerator generator, String alphabet, int length) {
        return generator
                .ints(length, 0, alphabet.length())
                .mapToObj(i -> alphabet.substring(i, i + 1))
                .collect(joining());
    }
}

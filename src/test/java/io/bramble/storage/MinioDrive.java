package io.bramble.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * The folder of a MinIO server with a single drive, to give a bucket many objects for a listing to find. Storing a
 * million of them one by one takes a quarter of an hour. On such a drive an object is a folder by the name of its key
 * with one file in it, which holds all about the object but its name, and also its content if that is short: one more
 * name of this file is one more object.
 *
 * @param folder as given to the server
 */
public record MinioDrive(Path folder) {
    private static final String OBJECT = "xl.meta";

    /** Names a file may have: ext4 allows 65,000. */
    private static final int NAMES = 60_000;

    /** Lists keys 1 to {@code count - 1} as copies of key 0, which has been stored as any other. */
    public void multiply(String bucket, IntFunction<String> keys, int count) throws IOException {
        var objects = folder.resolve(bucket);
        var original = objects.resolve(keys.apply(0)).resolve(OBJECT);
        for (var number = 1; number < count; number++) {
            var copy =
                    Files.createDirectory(objects.resolve(keys.apply(number))).resolve(OBJECT);
            if (number % NAMES == 0) original = Files.copy(original, copy);
            else Files.createLink(copy, original);
        }
    }
}

package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a few MiB in a file, mounted: it fills up as a real disk does. Needs root. */
public final class SmallDisk {
    private final Path mounted;

    private SmallDisk(Path mounted) {
        this.mounted = mounted;
    }

    public static SmallDisk mount(Path folder, int mebibytes) throws IOException, InterruptedException {
        var image = folder.resolve("disk.img");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength((long) mebibytes << 20);
        }
        var mounted = Files.createDirectories(folder.resolve("disk"));
        run("mkfs.ext4", "-q", image.toString());
        run("mount", "-o", "loop", image.toString(), mounted.toString());
        return new SmallDisk(mounted);
    }

    public Path folder() {
        return mounted;
    }

    public void unmount() throws IOException, InterruptedException {
        run("umount", mounted.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + ": " + said);
    }
}

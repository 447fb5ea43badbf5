package io.bramble.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a folder as a link shows it.
 *
 * @param folders paths below what is shared, each ending in "/"
 * @param next null after the last page
 */
public record SharedFolder(
        List<String> folders,
        List<SharedFile> files,
        @Nullable String next) {}

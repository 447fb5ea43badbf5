package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.ModuleTest;
import org.junit.jupiter.api.Test;

@ModuleTest
class LargeFilesTest extends LargeFilesContract {
    @Override
    boolean comparesTheWhole() {
        return false;
    }

    @Test
    void parts_grow_with_the_file_so_that_there_are_never_too_many() {
        assertThat(LargeFile.partBytesFor(16L << 20)).isEqualTo(8L << 20);
        assertThat(LargeFile.partBytesFor((1L << 30) - 1)).isEqualTo(8L << 20);
        assertThat(LargeFile.partBytesFor(9000L * (16 << 20))).isEqualTo(16L << 20);
        assertThat(LargeFile.partBytesFor(9000L * (16 << 20) + 1)).isEqualTo(17L << 20);
        for (var size = 1L; size <= LargeFile.LARGEST; size *= 2)
            assertThat(Math.ceilDiv(size, LargeFile.partBytesFor(size))).isLessThanOrEqualTo(9000);
    }
}

package io.bramble.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | 0 B
                    1013 | 1,013 B
                    1024 | 1 KiB
                    4509715660 | 4.20 GiB
                    10737418240 | 10 GiB
                    442381631488 | 412 GiB
                    1048575 | 1.00 MiB
                    1099511627775 | 1.00 TiB
                    9223372036854775807 | 8.00 EiB""")
    void bytes_have_binary_units_and_three_digits(long bytes, String shown) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(shown);
    }

    @Test
    void a_tooltip_has_every_digit() {
        assertThat(Numbers.exact(4509715660L)).isEqualTo("4,509,715,660 bytes");
        assertThat(Numbers.exact(1)).isEqualTo("1 byte");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PT10S | just now
                    PT5M | 5 min ago
                    PT3H | 3 h ago
                    PT24H | 1 day ago
                    P6D | 6 days ago
                    P8D | 15 Nov 2026
                    PT-30S | in a moment
                    PT-2H | in 2 h
                    P-30D | 23 Dec 2026""")
    void moments_are_relative_for_a_week(Duration ago, String shown) {
        assertThat(Dates.relative(NOW.minus(ago), NOW)).isEqualTo(shown);
    }
}

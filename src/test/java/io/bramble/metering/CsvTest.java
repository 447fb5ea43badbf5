package io.bramble.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void text_that_a_spreadsheet_would_run_becomes_text(String formula) {
        assertThat(row(formula)).startsWith(formula.startsWith("\r") ? "\"'" + formula : "'" + formula);
    }

    @Test
    void numbers_stay_numbers() {
        assertThat(row(new BigDecimal("-1.5"), 7L)).isEqualTo("-1.5,7\r\n");
    }

    @Test
    void commas_quotes_and_line_breaks_stay_inside_their_cell() {
        assertThat(row("a,b", "say \"hi\"", "two\nlines", ""))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
    }

    private static String row(Object... cells) {
        var out = new StringBuilder();
        new Csv(out).row(cells);
        return out.toString();
    }
}

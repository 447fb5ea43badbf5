package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.ModuleTest;
import org.junit.jupiter.api.Test;

@ModuleTest
class QuotaTest extends QuotaContract {
    @Override
    long overshootBytes() {
        return 0;
    }

    @Test
    void an_engine_is_never_told_zero_which_means_no_limit() {
        assertThat(Quota.onEngine(10, null, 4)).isEqualTo(6);
        assertThat(Quota.onEngine(10, 3L, 4)).isEqualTo(3);
        assertThat(Quota.onEngine(10, 8L, 4)).isEqualTo(6);
        assertThat(Quota.onEngine(10, null, 12)).isEqualTo(1);
        assertThat(Quota.onEngine(10, 0L, 0)).isEqualTo(1);
    }
}

package io.bramble.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.ModuleTest;
import io.bramble.account.Accounts;
import io.bramble.account.Identity;
import io.bramble.account.Limits;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ModuleTest
@TestPropertySource(properties = "bramble.billing.catalogue=src/test/resources/catalogue-of-one")
class OpenedAccountsTest {
    @Autowired
    private Accounts accounts;

    @Test
    void a_new_account_has_the_limits_of_the_catalogues_first_plan() {
        var grace = accounts.arrive(new Identity("grace", "grace@example.org", "Grace"));
        var account = accounts.get(grace);
        assertThat(account.plan()).isEqualTo("hedge");
        assertThat(account.limits()).isEqualTo(new Limits(3L << 30, 2, 4));
    }
}

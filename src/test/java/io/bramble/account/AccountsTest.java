package io.bramble.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class AccountsTest {
    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void the_first_sign_in_opens_an_account_with_its_person_as_owner() {
        var ann = arrive("ann");
        assertThat(ann.role()).isEqualTo(Role.OWNER);
        assertThat(accounts.get(ann).standing()).isEqualTo(Standing.ACTIVE);
        assertThat(accounts.termsAccepted(ann)).isTrue();
    }

    @Test
    void a_long_name_keeps_nobody_out() {
        var name = "😀".repeat(60) + "x".repeat(195);
        var ann = accounts.arrive(new Identity("long", "long@example.org", name));
        assertThat(accounts.profile(ann).name()).isEqualTo(name);
        assertThat(accounts.get(ann).name()).isEqualTo("😀".repeat(60) + "x".repeat(40));
    }

    @Test
    void two_first_sign_ins_at_once_open_one_account() throws Exception {
        var subject = UUID.randomUUID().toString();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> accounts.arrive(new Identity(subject, "bob@example.org", "Bob")));
            var second = pool.submit(() -> accounts.arrive(new Identity(subject, "bob@example.org", "Bob")));
            assertThat(first.get()).isEqualTo(second.get());
        }
    }

    @Test
    void a_later_sign_in_finds_the_same_account() {
        var identity = new Identity("carol", "carol@example.org", "Carol");
        assertThat(accounts.arrive(identity)).isEqualTo(accounts.arrive(identity));
    }

    @Test
    void the_moment_of_acceptance_is_the_one_that_was_vouched_for() {
        var accepted = Instant.parse("2026-11-02T10:15:30Z");
        var identity = new Identity("dave", "dave@example.org", "Dave", accepted);
        assertThat(accounts.profile(accounts.arrive(identity)).termsAcceptedAt())
                .isEqualTo(accepted);
    }

    @Test
    void without_an_acting_account_every_tenant_table_looks_empty() {
        arrive("dora");
        assertThat(visibleAccounts()).isZero();
    }

    @Test
    void an_account_sees_itself_alone() {
        var erin = arrive("erin");
        arrive("frank");
        var seen = AccountScope.platform(this::visibleAccounts);
        assertThat(seen).isGreaterThan(1);
        assertThatScope(erin).isEqualTo(1);
    }

    @Test
    void a_token_acts_as_its_maker_until_it_is_revoked() {
        var gina = arrive("gina");
        var issued = tokens.issue(gina, "laptop", Set.of(Scope.BUCKET_WRITE), Duration.ofDays(90));
        assertThat(tokens.authenticate(issued.secret()))
                .hasValueSatisfying(caller -> assertThat(caller.membership()).isEqualTo(gina));
        assertThat(tokens.revoke(gina, issued.token().id())).isTrue();
        assertThat(tokens.authenticate(issued.secret())).isEmpty();
    }

    @Test
    void nobody_revokes_another_accounts_token() {
        var hugo = arrive("hugo");
        var issued = tokens.issue(hugo, "ci", Set.of(Scope.BUCKET_READ), Duration.ofDays(1));
        assertThat(tokens.revoke(arrive("ines"), issued.token().id())).isFalse();
        assertThat(tokens.authenticate(issued.secret())).isPresent();
    }

    @Test
    void a_token_never_prints_its_secret() {
        var issued = tokens.issue(arrive("jo"), "ci", Set.of(Scope.BUCKET_READ), Duration.ofDays(1));
        assertThat(issued.toString()).doesNotContain(issued.secret());
    }

    @Test
    void a_token_lives_a_year_at_most() {
        var kim = arrive("kim");
        assertThatThrownBy(() -> tokens.issue(kim, "ci", Set.of(Scope.BUCKET_READ), Duration.ofDays(366)))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("365 days");
    }

    private Membership arrive(String name) {
        return accounts.arrive(new Identity(UUID.randomUUID().toString(), name + "@example.org", name));
    }

    private long visibleAccounts() {
        return transactions.execute(
                _ -> jdbc.sql("select count(*) from account").query(Long.class).single());
    }

    private org.assertj.core.api.AbstractLongAssert<?> assertThatScope(Membership acting) {
        try {
            return assertThat((long) AccountScope.call(acting.accountId().toString(), this::visibleAccounts));
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }
}

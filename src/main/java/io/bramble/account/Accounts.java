package io.bramble.account;

import static java.util.Objects.requireNonNull;

import io.bramble.audit.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts and their members. */
@Component
public class Accounts {
    private final AccountRows rows;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final String termsVersion;

    Accounts(
            AccountRows rows,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${bramble.terms.version}") String termsVersion) {
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.termsVersion = termsVersion;
    }

    /**
     * Lets a person in: keeps name and address current, and at the first sign-in opens an account with them as owner.
     * Two first sign-ins at once open one account. The sign-up form has no end without accepted terms, so their
     * current version is kept with a new user, and when that was.
     */
    public Membership arrive(Identity person) {
        return inPlatform(() -> {
            rows.lockSubject(person.subject());
            var now = clock.instant();
            var userId = rows.saveUser(person, termsVersion, now);
            return rows.memberships(person.subject()).stream().findFirst().orElseGet(() -> open(person, userId, now));
        });
    }

    /** The memberships of a person who has signed in before, oldest first; empty for strangers. */
    public List<Membership> memberships(String subject) {
        return inPlatform(() -> rows.memberships(subject));
    }

    private Membership open(Identity person, UUID userId, Instant now) {
        var accountId = rows.open(person, userId, now);
        audit.append(accountId, person.email(), "account.opened", accountId.toString(), "");
        events.publishEvent(new Account.Opened(accountId, person.email()));
        return new Membership(accountId, userId, Role.OWNER, person.email());
    }

    private <T> T inPlatform(Supplier<T> work) {
        return AccountScope.platform(() -> requireNonNull(transactions.execute(_ -> work.get())));
    }

    @Transactional(readOnly = true)
    public Account get(Membership acting) {
        return rows.account(acting.accountId()).orElseThrow();
    }

    /** An account in work of the platform itself, inside {@link AccountScope#platform}. */
    @Transactional(readOnly = true)
    public Account get(UUID accountId) {
        return rows.account(accountId).orElseThrow();
    }

    /** What a person is in an account now, in work of the platform itself; empty once they have left. */
    @Transactional(readOnly = true)
    public Optional<Membership> membership(UUID accountId, UUID userId) {
        return rows.membership(accountId, userId);
    }

    @Transactional(readOnly = true)
    public Profile profile(Membership acting) {
        return rows.profile(acting.userId());
    }

    /** Whether the person has accepted the terms that are in force. */
    @Transactional(readOnly = true)
    public boolean termsAccepted(Membership acting) {
        return termsVersion.equals(rows.profile(acting.userId()).termsVersion());
    }

    @Transactional
    public void acceptTerms(Membership acting) {
        rows.acceptTerms(acting.userId(), termsVersion, clock.instant());
        audit.append(acting.accountId(), acting.actor(), "terms.accepted", termsVersion, "");
    }

    @Transactional
    public void rename(Membership acting, String name) {
        acting.require(Role.OWNER, Role.ADMIN);
        var accepted = AccountName.of(name);
        rows.rename(acting.accountId(), accepted);
        audit.append(
                acting.accountId(),
                acting.actor(),
                "account.renamed",
                acting.accountId().toString(),
                accepted);
    }

    /** Sets what a plan allows; called by whoever sells plans, inside their transaction. */
    @Transactional
    public void limits(UUID accountId, String plan, Limits limits) {
        rows.limits(accountId, plan, limits);
        events.publishEvent(new LimitsChanged(accountId));
    }

    /** An account as the platform sees it. */
    @Transactional(readOnly = true)
    public Optional<Account> find(Operator acting, UUID accountId) {
        acting.requireAny();
        return rows.account(accountId);
    }

    /** Who belongs to an account, oldest first. */
    @Transactional(readOnly = true)
    public List<Member> members(Operator acting, UUID accountId) {
        acting.requireAny();
        return rows.members(accountId);
    }

    /** @return accounts whose name or owner has this text in it, the newest first, at most {@code limit} after {@code offset} */
    @Transactional(readOnly = true)
    public List<AccountRow> search(Operator acting, String text, int offset, int limit) {
        acting.requireAny();
        return rows.search(text, offset, limit);
    }

    /** Changes what an account may do; every engine follows. */
    @Transactional
    public void standing(Operator acting, UUID accountId, Standing standing, String reason) {
        acting.require("operator");
        if (reason.isBlank()) throw new ReasonRequired();
        rows.standing(accountId, standing);
        // The audit trail's lock comes last, as everywhere: whoever follows the event locks rows of the account.
        events.publishEvent(new StandingChanged(accountId));
        audit.append(accountId, acting.actor(), "account.standing", standing.name(), reason);
    }

    /**
     * Puts an account on another plan; called by whoever sells plans, with what that plan allows.
     *
     * @throws ReasonRequired for a blank reason
     */
    @Transactional
    public void plan(Operator acting, UUID accountId, String plan, Limits limits, String reason) {
        acting.require("operator");
        if (reason.isBlank()) throw new ReasonRequired();
        limits(accountId, plan, limits);
        audit.append(accountId, acting.actor(), "account.plan", plan, reason);
    }

    /** Published inside the transaction that changes the limits. */
    public record LimitsChanged(UUID accountId) {}

    /** Published inside the transaction that changes the standing. */
    public record StandingChanged(UUID accountId) {}
}

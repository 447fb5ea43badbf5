package io.bramble.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountRows {
    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Serialises sign-ins of one person until the transaction ends. */
    void lockSubject(String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:subject, 0))")
                .param("subject", subject)
                .query((_, _) -> true)
                .single();
    }

    UUID saveUser(Identity person, String termsVersion, Instant now) {
        return jdbc.sql("""
                insert into app_user (id, subject, email, name, terms_version, terms_accepted_at, created_at, last_sign_in_at)
                values (:id, :subject, :email, :name, :terms, coalesce(:accepted, :now), :now, :now)
                on conflict (subject) do update set email = :email, name = :name, last_sign_in_at = :now
                returning id""")
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("subject", person.subject())
                .param("email", person.email())
                .param("name", person.name())
                .param("terms", termsVersion)
                .param(
                        "accepted",
                        person.termsAcceptedAt() == null ? null : Times.utc(person.termsAcceptedAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", Times.utc(now))
                .query(UUID.class)
                .single();
    }

    UUID open(Identity person, UUID userId, Instant now) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("insert into account (id, name, created_at) values (:id, :name, :now)")
                .param("id", id)
                .param("name", AccountName.after(person.name()))
                .param("now", Times.utc(now))
                .update();
        jdbc.sql("insert into membership (account_id, user_id, role, created_at) values (:id, :user, 'OWNER', :now)")
                .param("id", id)
                .param("user", userId)
                .param("now", Times.utc(now))
                .update();
        return id;
    }

    List<Membership> memberships(String subject) {
        return jdbc.sql("""
                select m.account_id, m.user_id, m.role, u.email actor
                  from membership m join app_user u on u.id = m.user_id
                 where u.subject = :subject order by m.created_at, m.account_id""").param("subject", subject).query(Membership.class).list();
    }

    Optional<Membership> membership(UUID accountId, UUID userId) {
        return jdbc.sql("""
                select m.account_id, m.user_id, m.role, u.email actor
                  from membership m join app_user u on u.id = m.user_id
                 where m.account_id = :account and m.user_id = :user""")
                .param("account", accountId)
                .param("user", userId)
                .query(Membership.class)
                .optional();
    }

    List<Member> members(UUID accountId) {
        return jdbc.sql("""
                select u.name, u.email, m.role, m.created_at since
                  from membership m join app_user u on u.id = m.user_id
                 where m.account_id = :account order by m.created_at, u.email""").param("account", accountId).query(Member.class).list();
    }

    Optional<Account> account(UUID id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id)
                .query((row, _) -> account(row))
                .optional();
    }

    Profile profile(UUID userId) {
        return jdbc.sql("""
                select id user_id, email, name, terms_version, terms_accepted_at, created_at
                  from app_user where id = :id""").param("id", userId).query(Profile.class).single();
    }

    void acceptTerms(UUID userId, String version, Instant now) {
        jdbc.sql("update app_user set terms_version = :version, terms_accepted_at = :now where id = :id")
                .param("version", version)
                .param("now", Times.utc(now))
                .param("id", userId)
                .update();
    }

    void rename(UUID accountId, String name) {
        jdbc.sql("update account set name = :name where id = :id")
                .param("name", name)
                .param("id", accountId)
                .update();
    }

    void limits(UUID accountId, String plan, Limits limits) {
        jdbc.sql("""
                update account set plan = :plan, storage_limit_bytes = :storage, bucket_limit = :buckets, key_limit = :keys
                 where id = :id""")
                .param("plan", plan)
                .param("storage", limits.storageBytes())
                .param("buckets", limits.buckets())
                .param("keys", limits.keys())
                .param("id", accountId)
                .update();
    }

    void standing(UUID accountId, Standing standing) {
        jdbc.sql("update account set standing = :standing where id = :id")
                .param("standing", standing.name())
                .param("id", accountId)
                .update();
    }

    List<AccountRow> search(String text, int offset, int limit) {
        return jdbc.sql("""
                select a.id, a.name, u.email owner, a.standing, a.plan, a.storage_limit_bytes, a.created_at
                  from account a
                  join membership m on m.account_id = a.id and m.role = 'OWNER'
                  join app_user u on u.id = m.user_id
                 where strpos(lower(a.name || ' ' || u.email), lower(:text)) > 0
                 order by a.created_at desc, a.id offset :offset limit :limit""")
                .param("text", text)
                .param("offset", offset)
                .param("limit", limit)
                .query(AccountRow.class)
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Standing.valueOf(row.getString("standing")),
                row.getString("plan"),
                new Limits(row.getLong("storage_limit_bytes"), row.getInt("bucket_limit"), row.getInt("key_limit")),
                row.getTimestamp("created_at").toInstant());
    }
}

package io.bramble;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.account.AccountScope;
import io.bramble.account.Accounts;
import io.bramble.account.ApiTokens;
import io.bramble.account.Membership;
import io.bramble.account.Scope;
import io.bramble.billing.Costs;
import io.bramble.bucket.AccessKeys;
import io.bramble.bucket.Archives;
import io.bramble.bucket.BucketQuery;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Creation;
import io.bramble.bucket.Destination;
import io.bramble.bucket.Duplicates;
import io.bramble.bucket.FileDetails;
import io.bramble.bucket.FileVersions;
import io.bramble.bucket.Files;
import io.bramble.bucket.Namespaces;
import io.bramble.bucket.NewBucket;
import io.bramble.bucket.NewDescription;
import io.bramble.bucket.NewKey;
import io.bramble.bucket.NewShare;
import io.bramble.bucket.ObjectJobs;
import io.bramble.bucket.ObjectSelection;
import io.bramble.bucket.Settings;
import io.bramble.bucket.Share;
import io.bramble.bucket.Shares;
import io.bramble.bucket.UnseenBytes;
import io.bramble.bucket.Uploads;
import io.bramble.metering.Amounts;
import io.bramble.metering.Usage;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectDetails;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.Permission;
import io.bramble.storage.StoredObject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/**
 * What a stranger gets who asks a module with the ids of Ann's things: the answer for things that are not there, and
 * nothing of Ann's changes. A new public method that takes a membership fails here until it is in the table.
 */
@ModuleTest
class StrangersTest {
    private static final Set<String> MODULES =
            Set.of("io.bramble.account", "io.bramble.billing", "io.bramble.bucket", "io.bramble.metering");
    private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    private static final ObjectVersion.Id VERSION = new ObjectVersion.Id("may/", "null");
    private static final ObjectDetails SEEN = new ObjectDetails(
            new StoredObject("may/", 0, Instant.EPOCH, "etag", null), null, Map.of(), Map.of(), Map.of(), "STANDARD");
    private static final NewDescription SAID = new NewDescription("text/plain", null, null, null);
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final ObjectSelection MAY = ObjectSelection.folder("may/");

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Namespaces namespaces;

    @Autowired
    Buckets buckets;

    @Autowired
    Settings settings;

    @Autowired
    AccessKeys keys;

    @Autowired
    Files files;

    @Autowired
    ObjectJobs jobs;

    @Autowired
    FileDetails details;

    @Autowired
    FileVersions versions;

    @Autowired
    UnseenBytes unseen;

    @Autowired
    Uploads uploads;

    @Autowired
    Shares shares;

    @Autowired
    Archives archives;

    @Autowired
    Usage usage;

    @Autowired
    Costs costs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private Membership ann;
    private Membership mallory;
    private Things anns;

    /** What can be asked for by id or name. */
    private record Things(
            UUID namespace,
            String namespaceName,
            UUID bucket,
            String bucketName,
            UUID key,
            UUID job,
            UUID token,
            UUID share,
            UUID upload) {
        static Things nowhere() {
            return new Things(id(), "nowhere", id(), "nothing", id(), id(), id(), id(), id());
        }

        private static UUID id() {
            return UUID.randomUUID();
        }

        /** Whether an answer tells something of these. */
        boolean shownIn(@Nullable Object answer) {
            var text = String.valueOf(answer);
            return Stream.of(namespace, bucket, bucketName, key, job, token, share, upload)
                    .anyMatch(thing -> text.contains(thing.toString()));
        }
    }

    @FunctionalInterface
    private interface Question {
        @Nullable
        Object ask(Membership acting, Things things) throws Exception;
    }

    @FunctionalInterface
    private interface Order {
        void give(Membership acting, Things things) throws Exception;
    }

    private static Question order(Order order) {
        return (acting, things) -> {
            order.give(acting, things);
            return null;
        };
    }

    @BeforeEach
    void ann_has_one_of_everything() {
        ann = people.arrive("ann");
        mallory = people.arrive("mallory");
        var namespace = namespaces.list(ann).getFirst();
        var name = "anns-" + UUID.randomUUID();
        var bucket = ((Creation.Accepted) buckets.create(ann, namespace.id(), name)).bucket();
        await().atMost(15, SECONDS).until(() -> buckets.get(ann, bucket.id()).state() == BucketState.READY);
        files.createFolder(ann, bucket.id(), "may/");
        var key = keys.issue(ann, bucket.id(), new NewKey("anns", Permission.READ, "", null));
        var token = tokens.issue(ann, "anns", Set.of(Scope.BUCKET_READ), Duration.ofDays(1));
        var job = jobs.abortUploads(ann, bucket.id(), "june/");
        await().atMost(15, SECONDS)
                .until(() -> keys.get(ann, key.key().id()).state().name().equals("ACTIVE")
                        && jobs.get(ann, job.id()).endedAt() != null);
        anns = new Things(
                namespace.id(),
                namespace.name(),
                bucket.id(),
                name,
                key.key().id(),
                job.id(),
                token.token().id(),
                shares.create(ann, bucket.id(), link()).id(),
                uploads.plan(ann, bucket.id()).uploadId());
    }

    private static Destination to(Things things) {
        return new Destination(things.bucket(), "july/", Duplicates.SKIP);
    }

    private Map<String, Question> questions() {
        var table = new TreeMap<String, Question>();
        table.put("AccessKeys.list(UUID)", (acting, its) -> keys.list(acting, its.bucket()));
        table.put("AccessKeys.get(UUID)", (acting, its) -> keys.get(acting, its.key()));
        table.put(
                "AccessKeys.issue(UUID,NewKey)",
                (acting, its) -> keys.issue(acting, its.bucket(), new NewKey("x", Permission.READ_WRITE, "", null)));
        table.put("AccessKeys.revoke(UUID)", order((acting, its) -> keys.revoke(acting, its.key())));
        table.put("Buckets.check(UUID,String)", (acting, its) -> buckets.check(acting, its.namespace(), "free-name"));
        table.put("Buckets.create(UUID,String)", (acting, its) -> buckets.create(acting, its.namespace(), "free-name"));
        table.put(
                "Buckets.create(UUID,NewBucket)",
                (acting, its) -> buckets.create(acting, its.namespace(), new NewBucket("free-name", false)));
        table.put("Settings.offered(UUID)", (acting, its) -> settings.offered(acting, its.namespace()));
        table.put("Settings.get(UUID)", (acting, its) -> settings.get(acting, its.bucket()));
        table.put(
                "Settings.versioning(UUID,boolean)", (acting, its) -> settings.versioning(acting, its.bucket(), true));
        table.put(
                "Settings.lifecycle(UUID,List)", (acting, its) -> settings.lifecycle(acting, its.bucket(), List.of()));
        table.put("Settings.cors(UUID,List)", (acting, its) -> settings.cors(acting, its.bucket(), List.of()));
        table.put("Settings.tags(UUID,Map)", (acting, its) -> settings.tags(acting, its.bucket(), Map.of()));
        table.put("Settings.events(UUID,List)", (acting, its) -> settings.events(acting, its.bucket(), List.of()));
        table.put(
                "Settings.retention(UUID,Retention)", (acting, its) -> settings.retention(acting, its.bucket(), null));
        table.put("Buckets.list(BucketQuery)", (acting, _) -> buckets.list(acting, BucketQuery.after(null, 100)));
        table.put("Buckets.get(UUID)", (acting, its) -> buckets.get(acting, its.bucket()));
        table.put(
                "Buckets.find(String,String)",
                (acting, its) -> buckets.find(acting, its.namespaceName(), its.bucketName()));
        table.put(
                "Buckets.delete(UUID,String)", (acting, its) -> buckets.delete(acting, its.bucket(), its.bucketName()));
        table.put("Buckets.restore(UUID)", (acting, its) -> buckets.restore(acting, its.bucket()));
        table.put("Buckets.quota(UUID,Long)", (acting, its) -> buckets.quota(acting, its.bucket(), 1L));
        table.put(
                "Files.list(UUID,ListRequest)",
                (acting, its) -> files.list(acting, its.bucket(), ListRequest.subtree("", 10)));
        table.put("Files.download(UUID,String)", (acting, its) -> files.download(acting, its.bucket(), "may/"));
        table.put("Files.preview(UUID,String)", (acting, its) -> files.preview(acting, its.bucket(), "may/a.png"));
        table.put(
                "Archives.list(UUID,ObjectSelection,String)",
                (acting, its) -> archives.list(acting, its.bucket(), ObjectSelection.folder("may/"), null));
        table.put(
                "Files.createFolder(UUID,String)",
                order((acting, its) -> files.createFolder(acting, its.bucket(), "june/")));
        table.put("ObjectJobs.delete(UUID,ObjectSelection)", (acting, its) -> jobs.delete(acting, its.bucket(), MAY));
        table.put(
                "ObjectJobs.copy(UUID,ObjectSelection,Destination)",
                (acting, its) -> jobs.copy(acting, its.bucket(), MAY, to(its)));
        table.put(
                "ObjectJobs.move(UUID,ObjectSelection,Destination)",
                (acting, its) -> jobs.move(acting, its.bucket(), MAY, to(its)));
        table.put(
                "ObjectJobs.rename(UUID,String,String,Duplicates)",
                (acting, its) -> jobs.rename(acting, its.bucket(), "may/", "june", Duplicates.SKIP));
        table.put(
                "ObjectJobs.describe(UUID,ObjectSelection,NewDescription)",
                (acting, its) -> jobs.describe(acting, its.bucket(), MAY, SAID));
        table.put(
                "ObjectJobs.clearVersions(UUID,String)",
                (acting, its) -> jobs.clearVersions(acting, its.bucket(), "may/"));
        table.put("ObjectJobs.abortUploads(UUID,String)", (acting, its) -> jobs.abortUploads(acting, its.bucket(), ""));
        table.put(
                "ObjectJobs.undelete(UUID,ObjectSelection,Instant)",
                (acting, its) -> jobs.undelete(acting, its.bucket(), MAY, Instant.EPOCH));
        table.put(
                "ObjectJobs.empty(UUID,String,boolean)",
                (acting, its) -> jobs.empty(acting, its.bucket(), its.bucketName(), true));
        table.put("ObjectJobs.get(UUID)", (acting, its) -> jobs.get(acting, its.job()));
        table.put("ObjectJobs.latest(UUID)", (acting, its) -> jobs.latest(acting, its.bucket()));
        table.put("ObjectJobs.failures(UUID)", (acting, its) -> jobs.failures(acting, its.job()));
        table.put("ObjectJobs.stop(UUID)", (acting, its) -> jobs.stop(acting, its.job()));
        table.put("ObjectJobs.undo(UUID)", (acting, its) -> jobs.undo(acting, its.job()));
        table.put("ObjectJobs.dismiss(UUID)", order((acting, its) -> jobs.dismiss(acting, its.job())));
        table.put(
                "Files.link(UUID,String,Duration)",
                (acting, its) -> files.link(acting, its.bucket(), "may/", Duration.ofDays(1)));
        table.put("FileDetails.get(UUID,String)", (acting, its) -> details.get(acting, its.bucket(), "may/"));
        table.put(
                "FileDetails.describe(UUID,ObjectDetails,NewDescription)",
                order((acting, its) -> details.describe(acting, its.bucket(), SEEN, SAID)));
        table.put(
                "FileDetails.tag(UUID,String,Map)",
                order((acting, its) -> details.tag(acting, its.bucket(), "may/", Map.of("a", "b"))));
        table.put("FileVersions.of(UUID,String)", (acting, its) -> versions.of(acting, its.bucket(), "may/"));
        table.put("FileVersions.download(UUID,Id)", (acting, its) -> versions.download(acting, its.bucket(), VERSION));
        table.put(
                "FileVersions.restore(UUID,Id)",
                order((acting, its) -> versions.restore(acting, its.bucket(), VERSION)));
        table.put("FileVersions.erase(UUID,Id)", order((acting, its) -> versions.erase(acting, its.bucket(), VERSION)));
        table.put(
                "FileVersions.deleted(UUID,String,Id)",
                (acting, its) -> versions.deleted(acting, its.bucket(), "", null));
        table.put(
                "FileVersions.undelete(UUID,String)",
                order((acting, its) -> versions.undelete(acting, its.bucket(), "may/")));
        table.put("UnseenBytes.count(UUID)", (acting, its) -> unseen.count(acting, its.bucket()));
        table.put("Namespaces.list()", (acting, _) -> namespaces.list(acting));
        table.put("Namespaces.claim(String)", order((acting, _) -> namespaces.claim(acting, "m-" + UUID.randomUUID())));
        table.put("Uploads.plan(UUID)", (acting, its) -> uploads.plan(acting, its.bucket()));
        table.put("Uploads.renew(UUID)", (acting, its) -> uploads.renew(acting, its.upload()));
        table.put("Shares.list(UUID,int,int)", (acting, its) -> shares.list(acting, its.bucket(), 0, 10));
        table.put("Shares.get(UUID)", (acting, its) -> shares.get(acting, its.share()));
        table.put("Shares.create(UUID,NewShare)", (acting, its) -> shares.create(acting, its.bucket(), link()));
        table.put("Shares.extend(UUID,Instant)", (acting, its) -> shares.extend(acting, its.share(), tomorrow));
        table.put("Shares.revoke(UUID)", order((acting, its) -> shares.revoke(acting, its.share())));
        table.put("Usage.ofBucket(UUID,YearMonth)", (acting, its) -> usage.ofBucket(acting, its.bucket(), MONTH));
        table.put("Usage.ofAccount(YearMonth)", (acting, _) -> usage.ofAccount(acting, MONTH));
        table.put("Usage.current()", (acting, _) -> usage.current(acting));
        table.put("Usage.stored()", (acting, _) -> usage.stored(acting));
        table.put("Usage.byBucket(YearMonth)", (acting, _) -> usage.byBucket(acting, MONTH));
        table.put("Usage.csv(YearMonth,Appendable)", (acting, _) -> {
            var out = new StringBuilder();
            usage.csv(acting, MONTH, out);
            return out.toString();
        });
        table.put("Costs.of(YearMonth,Amounts)", (acting, _) -> costs.of(acting, MONTH, Amounts.NONE));
        table.put(
                "ApiTokens.issue(String,Set,Duration)",
                order((acting, _) -> tokens.issue(acting, "x", Set.of(Scope.BUCKET_READ), Duration.ofDays(1))));
        table.put("ApiTokens.list()", order((acting, _) -> assertThat(tokens.list(acting))
                .noneMatch(anns::shownIn)));
        table.put("ApiTokens.revoke(UUID)", (acting, its) -> tokens.revoke(acting, its.token()));
        table.put("Accounts.get()", (acting, _) -> accounts.get(acting));
        table.put("Accounts.profile()", (acting, _) -> accounts.profile(acting));
        table.put("Accounts.termsAccepted()", (acting, _) -> accounts.termsAccepted(acting));
        table.put("Accounts.acceptTerms()", order((acting, _) -> accounts.acceptTerms(acting)));
        table.put("Accounts.rename(String)", order((acting, _) -> accounts.rename(acting, "Mallory's")));
        return table;
    }

    private NewShare link() {
        return new NewShare(Share.Kind.DOWNLOAD, "anns", "may/", tomorrow, null, null, null);
    }

    @Test
    void another_accounts_things_are_for_a_stranger_as_if_they_were_not_there() {
        var before = rowsOf(ann);
        questions().forEach((method, question) -> {
            var answer = answer(question, anns);
            assertThat(answer).as(method).isEqualTo(answer(question, Things.nowhere()));
            assertThat(anns.shownIn(answer))
                    .as("%s tells of Ann's things: %s", method, answer)
                    .isFalse();
            assertThat(rowsOf(ann)).as("Ann's rows after " + method).isEqualTo(before);
        });
        assertThat(files.list(ann, anns.bucket(), ListRequest.subtree("", 10)).objects())
                .singleElement()
                .satisfies(object -> assertThat(object.key()).isEqualTo("may/"));
    }

    @Test
    void every_public_method_that_takes_a_membership_is_in_the_table() {
        assertThat(questions().keySet()).containsExactlyInAnyOrderElementsOf(methodsOfModules());
    }

    @Test
    void a_stranger_with_a_ticket_of_their_own_signs_and_ends_no_upload_of_anns() {
        var plan = uploads.plan(ann, anns.bucket());
        var before = rowsOf(ann);
        Question end = order((_, _) -> uploads.finish(plan.uploadId(), "a ticket of somebody else"));
        Question unknown = order((_, _) -> uploads.finish(UUID.randomUUID(), "a ticket of somebody else"));
        assertThat(answer(end, anns))
                .isEqualTo(answer(unknown, anns))
                .asString()
                .contains("TicketRefused");
        assertThat(rowsOf(ann)).isEqualTo(before);
    }

    /** The value, or what was thrown with its message; ids that Mallory owns are the same in both answers. */
    private @Nullable Object answer(Question question, Things things) {
        try {
            return question.ask(mallory, things);
        } catch (Exception refused) {
            return refused.getClass().getSimpleName() + ": " + refused.getMessage();
        }
    }

    private List<String> methodsOfModules() {
        return Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getType)
                .filter(type -> type != null && MODULES.contains(type.getPackageName()))
                .map(ClassUtils::getUserClass)
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && takesMembership(method))
                .map(StrangersTest::signature)
                .toList();
    }

    private static boolean takesMembership(Method method) {
        return method.getParameterCount() > 0 && method.getParameterTypes()[0] == Membership.class;
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .skip(1)
                .map(Class::getSimpleName)
                .collect(Collectors.joining(
                        ",", method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(", ")"));
    }

    /** All of an account's rows in tables that have an account, but what the worker counts by itself. */
    private Map<String, List<String>> rowsOf(Membership member) {
        return AccountScope.platform(() -> transactions.execute(_ -> {
            var rows = new TreeMap<String, List<String>>();
            for (var table : tenantTables())
                rows.put(
                        table,
                        jdbc.sql("""
                        select (to_jsonb(t) - '{used_bytes,object_count,measured_at}'::text[])::text
                          from %s t where %s = ? order by 1""".formatted(table, table.equals("account") ? "id" : "account_id"))
                                .param(member.accountId())
                                .query(String.class)
                                .list());
            return rows;
        }));
    }

    private List<String> tenantTables() {
        return jdbc.sql("""
                select distinct table_name from information_schema.columns
                 where table_schema = 'public' and (column_name = 'account_id' or table_name = 'account')
                   and table_name not in ('usage_hour', 'metered_bucket')""").query(String.class).list();
    }
}

package io.bramble.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.People;
import io.bramble.account.AccountScope;
import io.bramble.account.ApiTokens;
import io.bramble.account.Membership;
import io.bramble.account.Scope;
import io.bramble.bucket.AccessKeys;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Creation;
import io.bramble.bucket.FileWish;
import io.bramble.bucket.LargeFileAnswer;
import io.bramble.bucket.LargeFiles;
import io.bramble.bucket.Namespaces;
import io.bramble.bucket.NewKey;
import io.bramble.bucket.NewShare;
import io.bramble.bucket.ObjectJobs;
import io.bramble.bucket.Share;
import io.bramble.bucket.Shares;
import io.bramble.bucket.UploadPlan;
import io.bramble.bucket.Uploads;
import io.bramble.storage.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** With Mallory's token, every route with every id of Ann's answers 403 or 404, and nothing of Ann's changes. */
@ApiTest
class IsolationTest {
    /** All that PostgreSQL guards; but what the worker counts comes by itself. */
    private static final String TENANT_TABLES = """
            select relname from pg_class where relrowsecurity and relkind = 'r'
               and relname not in ('metered_bucket', 'storage_sample', 'traffic_sample', 'usage_hour')""";

    /** What any of the resources needs to look for Ann's thing at all. */
    private final Map<String, Object> body = new HashMap<>(Map.ofEntries(
            entry("name", "photos"),
            entry("permission", "read-write"),
            entry("files", List.of()),
            entry("bytes", 1),
            entry("enabled", true),
            entry("rules", List.of()),
            entry("tags", Map.of()),
            entry("mode", "GOVERNANCE"),
            entry("days", 1),
            entry("key", "a"),
            entry("size", 1),
            entry("parts", List.of()),
            entry("kind", "download"),
            entry("path", ""),
            entry("expiresAt", Instant.now().plus(Duration.ofDays(1)).toString())));

    @Autowired
    RestTestClient client;

    @Autowired
    Shares shares;

    @Autowired
    ObjectJobs jobs;

    @Autowired
    People people;

    @Autowired
    Namespaces namespaces;

    @Autowired
    Buckets buckets;

    @Autowired
    AccessKeys keys;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Uploads uploads;

    @Autowired
    LargeFiles largeFiles;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private Membership ann;
    private String mallory;
    private Map<String, UUID> idsOfAnn;

    @BeforeEach
    void ann_has_one_of_everything() {
        ann = people.arrive("ann");
        mallory = people.token(people.arrive("mallory"));
        var bucket = bucket(ann);
        var upload = uploads.plan(ann, bucket);
        body.put("file", largeFile(upload));
        idsOfAnn = Map.of(
                "buckets", bucket,
                "keys",
                        keys.issue(ann, bucket, new NewKey("k", Permission.READ_WRITE, "", null))
                                .key()
                                .id(),
                "shares",
                        shares.create(
                                        ann,
                                        bucket,
                                        new NewShare(
                                                Share.Kind.DOWNLOAD,
                                                "s",
                                                "",
                                                Instant.now().plus(Duration.ofDays(1)),
                                                null,
                                                null,
                                                null))
                                .id(),
                "tokens",
                        tokens.issue(ann, "t", Set.of(Scope.BUCKET_READ), Duration.ofDays(1))
                                .token()
                                .id(),
                "uploads", upload.uploadId(),
                "jobs", idle(bucket));
    }

    private UUID largeFile(UploadPlan upload) {
        var begun = largeFiles.begin(upload.uploadId(), upload.ticket(), new FileWish("film", 20 << 20, ""), false);
        return ((LargeFileAnswer.Begun) begun).id();
    }

    /** One that changes no more while the test looks. */
    private UUID idle(UUID bucket) {
        var job = jobs.abortUploads(ann, bucket, "");
        await().until(() -> jobs.get(ann, job.id()).state().ended());
        return job.id();
    }

    @Test
    void another_accounts_ids_answer_as_if_they_did_not_exist() {
        var before = rowsOf(ann);
        var tried = new ArrayList<String>();
        for (var route : routesWithIds()) {
            var status = call(route.method(), route.path());
            tried.add(route + " " + status);
            assertThat(status).as(route.toString()).isIn(403, 404);
        }
        assertThat(tried).hasSizeGreaterThanOrEqualTo(8);
        assertThat(before).hasSizeGreaterThan(12).containsKeys("object_job_source", "large_file", "share");
        assertThat(before.get("large_file")).contains("film");
        assertThat(rowsOf(ann)).isEqualTo(before);
    }

    @Test
    void lists_show_nothing_of_another_account() {
        for (var path : List.of("/api/v1/buckets", "/api/v1/namespaces", "/api/v1/tokens", "/api/v1/usage")) {
            var body = client.get()
                    .uri(path)
                    .headers(h -> h.setBearerAuth(mallory))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(body).doesNotContain(ann.accountId().toString());
            idsOfAnn.values().forEach(id -> assertThat(body).as(path).doesNotContain(id.toString()));
        }
    }

    private List<Route> routesWithIds() {
        var found = new ArrayList<Route>();
        for (var mapping : routes.getHandlerMethods().keySet())
            for (var pattern : mapping.getPatternValues())
                if (pattern.startsWith("/api/") && pattern.contains("{"))
                    for (var method : mapping.getMethodsCondition().getMethods())
                        found.add(new Route(method.asHttpMethod(), withIdsOfAnn(pattern)));
        return found;
    }

    /** A resource that this test has never seen fails it: give Ann one. */
    private String withIdsOfAnn(String pattern) {
        var resource = pattern.split("/", -1)[3];
        assertThat(idsOfAnn).as("ids for " + pattern).containsKey(resource);
        var path = pattern.replaceFirst("\\{[^}]+}", idsOfAnn.get(resource).toString());
        assertThat(path).as("one id in a path").doesNotContain("{");
        return path;
    }

    private int call(HttpMethod method, String path) {
        return client.method(method)
                .uri(path + "?name=photos")
                .headers(h -> h.setBearerAuth(mallory))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private Map<String, String> rowsOf(Membership person) {
        return AccountScope.platform(() -> transactions.execute(_ -> {
            var rows = new TreeMap<String, String>();
            for (var table : jdbc.sql(TENANT_TABLES).query(String.class).list())
                rows.put(table, rows(table, person.accountId()));
            return rows;
        }));
    }

    /** What the worker moves by itself is left out. */
    private String rows(String table, UUID account) {
        var column = table.equals("account") ? "id" : "account_id";
        return jdbc.sql("""
                select coalesce(string_agg((to_jsonb(t) - array['version', 'conditions', 'observed_generation', 'wakes',
                       'ever_ready_at', 'state', 'secret_enc', 'used_bytes', 'object_count', 'measured_at'])::text, ';'
                       order by to_jsonb(t)::text), '')
                  from %s t where %s = :account""".formatted(table, column))
                .param("account", account)
                .query(String.class)
                .single();
    }

    private UUID bucket(Membership owner) {
        var namespace = namespaces.list(owner).getFirst().id();
        var name = "photos-" + UUID.randomUUID().toString().substring(0, 8);
        var id = ((Creation.Accepted) buckets.create(owner, namespace, name))
                .bucket()
                .id();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> buckets.get(owner, id).state() == BucketState.READY);
        return id;
    }

    private record Route(HttpMethod method, String path) {}
}

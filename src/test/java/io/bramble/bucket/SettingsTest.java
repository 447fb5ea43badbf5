package io.bramble.bucket;

import static java.util.Map.entry;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.ModuleTest;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.storage.Capability;
import io.bramble.storage.CorsRule;
import io.bramble.storage.EventRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.Retention;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What can be wished of a bucket: on the embedded engine little, and otherwise what makes sense. */
@ModuleTest
@Import(Customers.class)
class SettingsTest {
    @Autowired
    Settings settings;

    @Autowired
    Buckets buckets;

    @Autowired
    Customers customers;

    @Test
    void what_the_engine_cannot_do_is_refused_by_name_and_changes_nothing() {
        var ann = customers.arrive("ann");
        var id = customers.ready(ann, "photos").id();
        var before = settings.get(ann, id);
        assertThat(before.capabilities().has(Capability.VERSIONING)).isFalse();
        assertThat(before.inForce()).isTrue();
        refused(() -> settings.versioning(ann, id, true), "object versions");
        refused(() -> settings.lifecycle(ann, id, List.of(days(1))), "lifecycle rules for objects");
        refused(() -> settings.tags(ann, id, Map.of("team", "a")), "bucket tags");
        refused(() -> settings.retention(ann, id, new Retention(Retention.Mode.GOVERNANCE, 1)), "object lock");
        refused(() -> settings.events(ann, id, List.of(stored(""))), "event notifications");
        refused(() -> lockable(ann), "object lock");
        assertThat(settings.get(ann, id)).isEqualTo(before);
    }

    @Test
    void only_what_an_engine_can_tell_somebody_it_knows_is_a_rule_for_events() {
        var one = List.of("arn:minio:sqs::ONE:webhook");
        assertThat(EventRules.checked(List.of(stored("")), one))
                .containsExactly(new EventRule("bramble-1", stored("").kinds(), "", "", one.getFirst()));
        for (var wrong : List.of(
                entry("rules[0].target", List.of(stored("arn:minio:sqs::OTHER:webhook"))),
                entry("rules[0].kinds", List.of(new EventRule("", new TreeSet<>(), "", "", ""))),
                entry("rules[0].prefix", List.of(new EventRule("", stored("").kinds(), "a/../b", "", ""))),
                entry("rules[0].suffix", List.of(new EventRule("", stored("").kinds(), "", "x".repeat(1025), ""))),
                entry("rules[1].kinds", List.of(stored(""), stored(one.getFirst())))))
            assertThatThrownBy(() -> EventRules.checked(wrong.getValue(), one))
                    .isInstanceOfSatisfying(InvalidField.class, refusal -> assertThat(refusal.field())
                            .isEqualTo(wrong.getKey()));
        assertThatThrownBy(() -> EventRules.checked(List.of(stored("")), List.of(one.getFirst(), "another")))
                .isInstanceOf(InvalidField.class);
    }

    private static EventRule stored(String target) {
        return new EventRule("", new TreeSet<>(Set.of(EventRule.Kind.CREATED)), "", "", target);
    }

    private Creation lockable(Membership ann) {
        return buckets.create(ann, customers.namespaceOf(ann), new NewBucket(customers.unique("locked"), true));
    }

    private static void refused(Runnable wish, String lacking) {
        assertThatThrownBy(wish::run)
                .isInstanceOf(NotSupportedByEngine.class)
                .hasMessage("This engine has no %s.", lacking);
    }

    @Test
    void the_embedded_engine_follows_rules_for_pages_and_for_unfinished_uploads() {
        var ann = customers.arrive("ann");
        var id = customers.ready(ann, "photos").id();
        var uploads = new LifecycleRule("", "films/", null, null, 7);
        settings.cors(ann, id, List.of(CorsRules.upload("https://*.example.org")));
        settings.lifecycle(ann, id, List.of(uploads));
        await().atMost(20, SECONDS).until(() -> settings.get(ann, id).inForce());
        assertThat(settings.get(ann, id).wished().lifecycle())
                .containsExactly(new LifecycleRule("bramble-1", "films/", null, null, 7));
        refused(() -> settings.lifecycle(ann, id, List.of(uploads, days(1))), "lifecycle rules for objects");
    }

    @Test
    void a_deleted_bucket_is_not_changed() {
        var ann = customers.arrive("ann");
        var photos = customers.ready(ann, "photos");
        buckets.delete(ann, photos.id(), photos.name());
        assertThatThrownBy(() -> settings.tags(ann, photos.id(), Map.of())).isInstanceOf(BucketNotReady.class);
    }

    @Test
    void a_rule_has_1_to_3650_days_and_a_path_that_can_be_one() {
        assertThatCode(() -> LifecycleRules.checked(List.of(days(1), days(3650))))
                .doesNotThrowAnyException();
        invalid(() -> LifecycleRules.checked(List.of(days(1), days(0))), "rules[1].expireAfterDays", "1 to 3,650");
        invalid(() -> LifecycleRules.checked(List.of(days(3651))), "rules[0].expireAfterDays", "not 3,651");
        invalid(() -> LifecycleRules.checked(List.of(days(null))), "rules[0].expireAfterDays", "how many days");
        invalid(() -> LifecycleRules.checked(List.of(below("a\n"))), "rules[0].prefix", "control");
        invalid(() -> LifecycleRules.checked(List.of(below("ä".repeat(513)))), "rules[0].prefix", "1,024 bytes");
        var many = IntStream.rangeClosed(1, 51).mapToObj(SettingsTest::days).toList();
        invalid(() -> LifecycleRules.checked(many), "rules", "at most 50");
    }

    private static LifecycleRule days(@Nullable Integer days) {
        return new LifecycleRule("", "", days, null, null);
    }

    private static LifecycleRule below(String prefix) {
        return new LifecycleRule("", prefix, 1, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://example.org",
                "http://localhost:3000",
                "https://a-b.example.org:8443",
                "https://*.example.org"
            })
    void a_site_is_written_as_an_address_begins(String origin) {
        assertThatCode(() -> CorsRules.check(List.of(CorsRules.upload(origin)))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "https://example.org/",
                "https://Example.org",
                "ftp://example.org",
                "https://",
                "https://a b",
                "https://example.org:",
                "null",
                "https://*",
                "https://example.org\n"
            })
    void what_is_no_site_is_refused_with_an_example(String origin) {
        invalid(
                () -> CorsRules.check(List.of(CorsRules.upload(origin))),
                "rules[0].origins",
                "https://example.org or http://localhost:3000");
    }

    @Test
    void a_cors_rule_names_methods_and_headers_that_exist() {
        var site = List.of("https://example.org");
        invalid(
                () -> check(new CorsRule(List.of(), List.of("GET"), List.of(), List.of(), 0)),
                "rules[0].origins",
                "one");
        invalid(() -> check(new CorsRule(site, List.of(), List.of(), List.of(), 0)), "rules[0].methods", "one");
        invalid(() -> check(new CorsRule(site, List.of("get"), List.of(), List.of(), 0)), "rules[0].methods", "GET");
        invalid(
                () -> check(new CorsRule(site, List.of("GET"), List.of("a b"), List.of(), 0)),
                "rules[0].allowedHeaders",
                "content-type");
        invalid(
                () -> check(new CorsRule(site, List.of("GET"), List.of(), List.of("*:"), 0)),
                "rules[0].exposedHeaders",
                "content-type");
        invalid(
                () -> check(new CorsRule(site, List.of("GET"), List.of(), List.of(), -1)),
                "rules[0].maxAgeSeconds",
                "86,400");
    }

    private static void check(CorsRule rule) {
        CorsRules.check(List.of(rule));
    }

    @Test
    void a_bucket_has_ten_tags_as_s3_takes_them() {
        assertThatCode(() -> Tags.check(Map.of("team", "A + B: x@y/z"))).doesNotThrowAnyException();
        var many = IntStream.range(0, 11).boxed().collect(Collectors.toMap(i -> "tag" + i, _ -> ""));
        invalid(() -> Tags.check(many), "tags", "at most 10");
        invalid(() -> Tags.check(Map.of("k".repeat(129), "")), "tags.key", "128");
        invalid(() -> Tags.check(Map.of("k", "v".repeat(257))), "tags.value", "256");
        invalid(() -> Tags.check(Map.of("k", "<b>")), "tags.value", "letters");
        invalid(() -> Tags.check(Map.of("aws:k", "")), "tags.key", "reserved");
        invalid(() -> Tags.check(Map.of(" ", "")), "tags.key", "name");
    }

    private static void invalid(Runnable wish, String field, String fix) {
        assertThatThrownBy(wish::run)
                .isInstanceOfSatisfying(InvalidField.class, refusal -> assertThat(refusal.field())
                        .isEqualTo(field))
                .hasMessageContaining(fix);
    }
}

package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.account.InvalidField;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class NamesTest {
    @Example
    void ordinary_names_are_fine() {
        for (var name : new String[] {"photos", "abc", "a1b", "2026-07", "x".repeat(63)})
            assertThat(new BucketName(name).value()).isEqualTo(name);
    }

    @Example
    void a_refusal_says_what_to_change() {
        refused("A", "at least 3");
        refused("Photos", "lower-case");
        refused("a..b", "dot");
        refused("my.photos", "dot");
        refused("192.168.0.1", "IP address");
        refused("xn--x", "xn--");
        refused("x".repeat(64), "64");
        refused("-photos", "Begin and end");
        refused("photos-s3alias", "-s3alias");
        refused("my photos", "letters, digits and hyphens");
        refused("fotos-ñ", "letters, digits and hyphens");
        refused("../../etc", "dot");
        refused("", "at least 3");
    }

    @Example
    void a_namespace_has_no_two_hyphens_in_a_row() {
        assertThat(new BucketName("a--b").value()).isEqualTo("a--b");
        assertThatThrownBy(() -> new NamespaceName("a--b")).isInstanceOf(InvalidField.class);
    }

    @Property
    void what_passes_is_what_s3_takes(@ForAll @StringLength(max = 70) String text) {
        if (NameRules.problem(text) == null) assertThat(text).matches("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
    }

    @Example
    void names_of_the_platform_are_reserved() {
        for (var name : new String[] {"minio", "minio-x", "bramble", "bramble-engine", "admin", "s3", "api", "www"})
            assertThat(ReservedNames.contains(name)).as(name).isTrue();
        for (var name : new String[] {"photos", "administration", "s3cret-recipes", "apiary", "mini-o"})
            assertThat(ReservedNames.contains(name)).as(name).isFalse();
    }

    @Example
    void offensive_names_are_reserved_also_in_disguise_but_innocent_ones_are_not() {
        for (var name : new String[] {"fuck", "my-fuck-bucket", "f-u-c-k", "sh1t", "5hit", "n4z1", "h1t1er"})
            assertThat(ReservedNames.contains(name)).as(name).isTrue();
        for (var name : new String[] {"grapes", "therapist", "shitake-no", "cockpit", "class-photos"})
            if (!name.startsWith("scunthorpe"))
                assertThat(ReservedNames.contains(name)).as(name).isFalse();
    }

    @Property
    void every_address_gives_a_namespace_that_may_be(@ForAll("addresses") String email) {
        var name = Variants.ofEmail(email);
        assertThat(new NamespaceName(name).value()).isEqualTo(name);
        assertThat(ReservedNames.contains(name)).isFalse();
        for (var variant : Variants.numbered(name).limit(30).toList())
            assertThat(new NamespaceName(variant).value()).startsWith(name.substring(0, 3));
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.strings()
                .withChars("abz019._%+-'ÄéШ")
                .ofMinLength(0)
                .ofMaxLength(70)
                .map(local -> local + "@example.org");
    }

    @Example
    void a_proposal_is_cleaned_of_what_an_address_has_besides() {
        assertThat(Variants.ofEmail("Anna.Smith+shop@example.org")).isEqualTo("anna-smith");
        assertThat(Variants.ofEmail("admin@example.org")).startsWith("berry-");
        assertThat(Variants.ofEmail("sh1t@example.org")).startsWith("berry-");
        assertThat(Variants.ofEmail("jo@example.org")).startsWith("berry-");
    }

    @Property
    void a_suggestion_is_a_good_name(@ForAll("names") String name, @ForAll("names") String namespace) {
        var suggestion = Variants.free(name, namespace, variant -> !variant.equals(name + "-" + namespace));
        assertThat(new BucketName(suggestion).value()).isNotEqualTo(name);
    }

    @Example
    void a_long_name_that_ends_with_the_namespace_is_not_suggested_again() {
        var name = "a".repeat(58) + "-abb";
        assertThat(Variants.free(name, "abb", variant -> true)).isEqualTo("a".repeat(58) + "-ab-2");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("ab3-")
                .ofMinLength(3)
                .ofMaxLength(63)
                .filter(name -> NameRules.problem(name) == null);
    }

    private static void refused(String name, String because) {
        assertThatThrownBy(() -> new BucketName(name))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining(because);
    }
}

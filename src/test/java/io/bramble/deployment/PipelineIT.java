package io.bramble.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** .gitlab-ci.yml, read with GitLab's schema and rules. */
@EnabledIfEnvironmentVariable(named = "BRAMBLE_GITLAB_CI_LOCAL", matches = ".+")
class PipelineIT {
    private static final String MAIN = "--variable=CI_COMMIT_BRANCH=main";
    private static final String DEFAULT = "--variable=CI_DEFAULT_BRANCH=main";
    private static final String PROTECTED = "--variable=CI_COMMIT_REF_PROTECTED=";

    @Test
    void main_goes_from_verify_to_production_which_waits_for_a_person() {
        assertThat(jobs(MAIN, DEFAULT, PROTECTED + "true"))
                .containsExactly(
                        "tests;verify;on_success",
                        "container;build;on_success",
                        "findings;scan;on_success",
                        "staging;deploy-staging;on_success",
                        "production;deploy-production;manual");
    }

    @Test
    void an_unprotected_branch_never_reaches_production() {
        assertThat(jobs(MAIN, DEFAULT, PROTECTED + "false")).noneMatch(job -> job.startsWith("production"));
    }

    @Test
    void any_other_branch_is_only_tested() {
        assertThat(jobs("--variable=CI_COMMIT_BRANCH=feature", DEFAULT, PROTECTED + "true"))
                .containsExactly("tests;verify;on_success");
    }

    @Test
    void a_stage_that_does_not_exist_is_refused() throws IOException {
        var broken = Path.of("target/broken-pipeline.yml");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, Files.readString(Path.of(".gitlab-ci.yml")).replace("stage: verify", "stage: verfy"));
        var answer = Command.run("bin/gitlab-ci-local", "--list", "--file", broken.toString());
        assertThat(answer.status()).isNotZero();
        assertThat(answer.output() + answer.errors()).contains("verfy");
    }

    /** NAME;STAGE;WHEN of each job that would be in the pipeline. */
    private static String[] jobs(String... facts) {
        var words = new String[facts.length + 2];
        words[0] = "bin/gitlab-ci-local";
        words[1] = "--list-csv";
        System.arraycopy(facts, 0, words, 2, facts.length);
        return Command.run(words)
                .succeeded()
                .output()
                .lines()
                .filter(line -> line.chars().filter(c -> c == ';').count() == 5 && !line.startsWith("name;"))
                .map(line -> line.replaceFirst("^([^;]*;[^;]*;[^;]*);.*", "$1"))
                .toArray(String[]::new);
    }
}

/**
 * What brings Bramble onto a cluster, tried without one: every manifest on the testbed's real API server, a release by
 * the pipeline's own rights, the pipeline as GitLab reads it. Started by {@code bin/test}, which brings up the testbed.
 */
@NullMarked
package io.bramble.deployment;

import org.jspecify.annotations.NullMarked;

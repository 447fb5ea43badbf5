package io.bramble.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker does next. It is written down before the first step: whoever comes after a killed worker takes the same
 * steps again, each of which may be repeated, and counts them once.
 *
 * @param found how many objects of the steps were not counted in the job's total yet
 * @param next null when these are the last
 */
record JobBatch(List<JobStep> steps, int found, @Nullable JobCursor next) {}

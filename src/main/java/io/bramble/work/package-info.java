/** Work that must not be lost: the queue, the worker that empties it, and the news PostgreSQL carries between processes. */
@ApplicationModule(allowedDependencies = "account")
@NullMarked
package io.bramble.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

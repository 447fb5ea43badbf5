package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.storage.Capability;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.ObjectDetails;
import io.bramble.storage.StoreException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What is known and said about single files. Not transactional: each call checks first, then talks to the engine; all
 * throw {@link StoreException} when the engine does not play along.
 */
@Component
public class FileDetails {
    private final Doors doors;
    private final Stores stores;

    FileDetails(Doors doors, Stores stores) {
        this.doors = doors;
        this.stores = stores;
    }

    /** @throws StoreException.NoSuchObject for a file that is not there */
    public FileFacts get(Membership acting, UUID bucketId, String key) {
        FileKey.require(key);
        var door = doors.toRead(acting, bucketId, Purpose.MANAGE);
        var details = door.store()
                .stat(door.name(), key)
                .orElseThrow(() -> new StoreException.NoSuchObject(door.name(), key));
        var tagged = stores.capabilities(door.bucket()).has(Capability.OBJECT_TAGS);
        return new FileFacts(details, tagged ? door.store().tags(door.name(), key) : Map.of());
    }

    /**
     * Says something else about a file; its content and tags stay.
     *
     * @param seen what the person has seen
     * @throws StoreException.Changed if it is another by now
     * @throws InvalidField if what stays cannot be carried over
     */
    public void describe(Membership acting, UUID bucketId, ObjectDetails seen, NewDescription wish) {
        var file = seen.object();
        FileKey.require(file.key());
        var wanted = wish.over(seen.description());
        var door = doors.toWrite(acting, bucketId);
        if (!wanted.equals(seen.description())) door.store().copy(ObjectCopy.described(door.name(), file, wanted));
    }

    /**
     * Replaces all tags of a file.
     *
     * @throws StoreException.NotSupportedByEngine without {@link Capability#OBJECT_TAGS}
     * @throws InvalidField for more than 10, or too long ones
     */
    public void tag(Membership acting, UUID bucketId, String key, Map<String, String> tags) {
        FileKey.require(key);
        Tags.check(tags);
        var door = doors.toWrite(acting, bucketId);
        door.store().tags(door.name(), key, tags);
    }
}

package mayday.studio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A scenario in a zip file: its folder, and the file of its system below {@code systems/}. Reading one writes nothing; what is not as it
 * should be is refused as a whole.
 */
public final class Archive {
    private Archive() {}

    public static final int MOST_ENTRIES = ScenarioFolder.MOST_FILES;

    /** All files together, unpacked. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    /** Text packs to a twentieth; a bomb to a thousandth. */
    static final int MOST_RATIO = 200;

    /** Small archives may be packed as well as they like. */
    private static final int ALWAYS_FINE_BYTES = 256 * 1024;

    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int UNIX = 3;
    private static final int FILE_TYPE = 0xF000;
    private static final int PLAIN_FILE = 0x8000;
    private static final int FOLDER = 0x4000;

    /** What an archive holds. */
    public sealed interface Contents {
        /**
         * A scenario.
         *
         * @param name of its folder
         * @param files texts by path from the folder of all scenarios, one of them perhaps of a system
         */
        record Scenario(String name, Map<String, byte[]> files) implements Contents {
            public Scenario {
                files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
            }
        }

        /** It is refused, for a reason that is a sentence. */
        record Refused(String why) implements Contents {}
    }

    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String why) {
            super(why, null, false, false);
        }
    }

    /** Packs files by path. */
    static byte[] pack(Map<String, byte[]> files) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
        return packed.toByteArray();
    }

    static Contents read(byte[] zip) {
        try {
            refuseLinks(zip);
            return scenario(unpacked(zip));
        } catch (Unfit unfit) {
            return new Contents.Refused(String.valueOf(unfit.getMessage()));
        } catch (IOException | IllegalArgumentException broken) {
            return new Contents.Refused("That is no zip file, or it is damaged.");
        }
    }

    /** Looks at the types of the entries, which stand in the archive's directory only. */
    private static void refuseLinks(byte[] zip) throws Unfit {
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        var end = zip.length - END_BYTES;
        while (end >= 0 && bytes.getInt(end) != END) {
            end--;
        }
        if (end < 0) {
            throw new Unfit("That is no zip file, or it is damaged.");
        }
        var at = bytes.getInt(end + 16);
        var count = Short.toUnsignedInt(bytes.getShort(end + 10));
        if (count > MOST_ENTRIES * 2) {
            throw new Unfit("The zip file has more than " + MOST_ENTRIES + " files.");
        }
        for (var entry = 0; entry < count; entry++) {
            if (at < 0 || at > zip.length - CENTRAL_BYTES || bytes.getInt(at) != CENTRAL) {
                throw new Unfit("That is no zip file, or it is damaged.");
            }
            var type = bytes.getShort(at + 40) & FILE_TYPE;
            if (bytes.get(at + 5) == UNIX && type != 0 && type != PLAIN_FILE && type != FOLDER) {
                throw new Unfit("The zip file holds a link or a device. Only plain files are taken.");
            }
            at += CENTRAL_BYTES
                    + Short.toUnsignedInt(bytes.getShort(at + 28))
                    + Short.toUnsignedInt(bytes.getShort(at + 30))
                    + Short.toUnsignedInt(bytes.getShort(at + 32));
        }
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException, Unfit {
        var files = new TreeMap<String, byte[]>();
        var total = 0L;
        var most = Math.max(ALWAYS_FINE_BYTES, Math.min(MOST_BYTES, (long) zip.length * MOST_RATIO));
        try (var input = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                var path = entry.getName();
                if (!ScenarioFolder.isPath(path) || !path.contains("/")) {
                    throw new Unfit(
                            "The zip file has a file called \"" + shown(path)
                                    + "\". Files lie in the scenario's folder, and names have letters, digits, . - and _ only.");
                }
                var bytes = input.readNBytes(ScenarioFolder.MOST_BYTES + 1);
                total += bytes.length;
                if (bytes.length > ScenarioFolder.MOST_BYTES) {
                    throw new Unfit("The file " + path + " is larger than 1 MiB.");
                }
                if (total > most) {
                    throw new Unfit("The zip file unpacks to far too much.");
                }
                if (files.size() >= MOST_ENTRIES) {
                    throw new Unfit("The zip file has more than " + MOST_ENTRIES + " files.");
                }
                if (files.put(path, bytes) != null) {
                    throw new Unfit("The zip file has " + path + " twice.");
                }
            }
        }
        return files;
    }

    private static String shown(String path) {
        return path.length() > 80 ? path.substring(0, 80) + "…" : path;
    }

    private static Contents scenario(Map<String, byte[]> files) throws Unfit {
        var folders = files.keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .filter(folder -> !folder.equals(Item.SYSTEMS))
                .distinct()
                .toList();
        if (folders.size() != 1 || Item.scenario(folders.getFirst()).isEmpty()) {
            throw new Unfit(
                    "The zip file must hold the folder of one scenario, called as its id, and perhaps the file of"
                            + " its system below systems/.");
        }
        var name = folders.getFirst();
        if (java.util.stream.Stream.of(".yaml", ".yml", ".json")
                .noneMatch(ending -> files.containsKey(name + "/scenario" + ending))) {
            throw new Unfit("The zip file has no " + name + "/scenario.yaml.");
        }
        return new Contents.Scenario(name, files);
    }
}

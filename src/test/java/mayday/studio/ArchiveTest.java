package mayday.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mayday.studio.Archive.Contents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a zip file holds: a scenario, or a reason why it is refused as a whole. */
class ArchiveTest {
    private static final String MAIN = "a/scenario.yaml";

    private static byte[] zip(String... paths) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var path : paths) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write("text".getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String refusal(byte[] zip) {
        return switch (Archive.read(zip)) {
            case Contents.Refused(var why) -> why;
            case Contents.Scenario scenario ->
                throw new AssertionError(scenario.files().keySet());
        };
    }

    @Test
    void whatWasPackedIsRead() {
        var packed = Archive.pack(Map.of(MAIN, "id: a".getBytes(UTF_8), "systems/s.yaml", "title: S".getBytes(UTF_8)));
        if (!(Archive.read(packed) instanceof Contents.Scenario scenario)) {
            throw new AssertionError(refusal(packed));
        }
        assertThat(scenario.name()).isEqualTo("a");
        assertThat(scenario.files()).containsOnlyKeys(MAIN, "systems/s.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.txt",
                "a/../../out.txt",
                "/etc/passwd",
                "a\\..\\out.txt",
                "C:/x",
                "a/.git/config",
                "top.txt"
            })
    void namesThatLeadOutAreRefused(String path) throws IOException {
        assertThat(refusal(zip(MAIN, path))).startsWith("The zip file has a file called \"" + path + "\"");
    }

    @Test
    void onlyOneScenarioIsTaken() throws IOException {
        assertThat(refusal(zip(MAIN, "b/scenario.yaml")))
                .startsWith("The zip file must hold the folder of one scenario");
        assertThat(refusal(zip("a/other.yaml"))).isEqualTo("The zip file has no a/scenario.yaml.");
        assertThat(refusal(zip("systems/s.yaml"))).startsWith("The zip file must hold");
    }

    @Test
    void bombsAreNotUnpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file = 0; file < 40; file++) {
                zip.putNextEntry(new ZipEntry("a/zeros-" + file + ".txt"));
                zip.write(new byte[ScenarioFolder.MOST_BYTES]);
            }
        }
        assertThat(refusal(bytes.toByteArray())).isEqualTo("The zip file unpacks to far too much.");

        var large = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(large)) {
            zip.putNextEntry(new ZipEntry("a/zeros.txt"));
            zip.write(new byte[ScenarioFolder.MOST_BYTES + 1]);
        }
        assertThat(refusal(large.toByteArray())).isEqualTo("The file a/zeros.txt is larger than 1 MiB.");
    }

    @Test
    void tooManyFilesAreRefused() {
        var files = new HashMap<String, byte[]>();
        for (var file = 0; file <= Archive.MOST_ENTRIES; file++) {
            files.put("a/" + file + ".txt", new byte[] {'x'});
        }
        assertThat(refusal(Archive.pack(files))).isEqualTo("The zip file has more than 300 files.");
    }

    @Test
    void linksAreRefused() throws IOException {
        var zip = zip(MAIN, "a/link.txt");
        // In the directory, the link's entry is the last one: made on Unix, with a link's mode.
        var at = lastDirectoryEntry(zip);
        zip[at + 5] = 3;
        zip[at + 40] = (byte) 0xFF;
        zip[at + 41] = (byte) 0xA1;
        assertThat(refusal(zip)).isEqualTo("The zip file holds a link or a device. Only plain files are taken.");
    }

    private static int lastDirectoryEntry(byte[] zip) {
        for (var at = zip.length - 4; at >= 0; at--) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                return at;
            }
        }
        throw new AssertionError("no directory");
    }

    @Test
    void whatIsNoZipFileIsSaidToBeNone() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo("That is no zip file, or it is damaged.");
        assertThat(refusal("PK but no zip file at all, really".getBytes(UTF_8)))
                .isEqualTo("That is no zip file, or it is damaged.");
        var cut = zip(MAIN);
        cut[10] = 99;
        java.util.Arrays.fill(cut, 30, 60, (byte) 0xFF);
        assertThat(refusal(cut)).isNotEmpty();
    }
}

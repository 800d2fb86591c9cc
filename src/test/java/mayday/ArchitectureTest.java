package mayday;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mayday keeps the rules of its house. That each rule is able to fail is {@link HouseTest}'s to show. */
class ArchitectureTest {
    private static final JavaClasses MAYDAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("mayday", "gg.jte.generated");

    @ParameterizedTest(name = "{0}")
    @MethodSource("mayday.House#rules")
    void maydayKeepsTheRule(ArchRule rule) {
        rule.check(MAYDAY);
    }

    @Test
    void theRulesAreAskedAboutMaydayItself() {
        assertThat(MAYDAY.contain(Main.class)).isTrue();
        assertThat(MAYDAY.contain(ArchitectureTest.class)).isFalse();
    }
}

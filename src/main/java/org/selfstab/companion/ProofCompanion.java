package org.selfstab.companion;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the files or folders whose claims a test class runs; the class implements {@link ClaimTests}.
 *
 * <pre>{@code
 * @ProofCompanion("claims")
 * class PaperTest implements ClaimTests {}
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProofCompanion {

    /** Problem files, statement files or folders of them, relative to the folder that the tests are run in: with Maven the project's. */
    String[] value();
}

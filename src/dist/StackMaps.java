import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Gives class files of Java 5 in a jar the stack maps of later ones: without them Java works out the types of each method whenever it starts,
 * which takes longer than all else that it does with these classes. Arguments: the jar, and the folders in it.
 */
public final class StackMaps {

    private static final int VERSION_AT = 6;

    public static void main(String[] arguments) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[0]))) {
            for (String folder : List.of(arguments).subList(1, arguments.length)) {
                int given = 0;
                for (Path file : classesIn(jar.getPath(folder))) {
                    given += give(file) ? 1 : 0;
                }
                if (given == 0) {
                    throw new IllegalArgumentException(folder + " holds no class file without stack maps");
                }
            }
        }
    }

    private static List<Path> classesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
    }

    /** Whether it had none. Its time stays, so that builds are equal. */
    private static boolean give(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        ClassReader old = new ClassReader(Files.readAllBytes(file));
        if (old.readUnsignedShort(VERSION_AT) >= Opcodes.V1_6) {
            return false;
        }
        ClassWriter mapped = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        old.accept(
                new ClassVisitor(Opcodes.ASM9, mapped) {
                    @Override
                    public void visit(
                            int version, int access, String name, String signature, String superName, String[] interfaces) {
                        super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
                    }
                },
                ClassReader.SKIP_FRAMES);
        Files.write(file, mapped.toByteArray());
        Files.setLastModifiedTime(file, time);
        return true;
    }

    private StackMaps() {}
}

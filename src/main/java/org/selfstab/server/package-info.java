/**
 * A process that stays and runs the commands of others, one at a time. It and its clients, the launcher's shell scripts, meet in the folder
 * {@code .selfstab-server} of the folder in which both work, which only its owner can enter:
 *
 * <ul>
 *   <li>{@code lock}: locked by the server as long as it lives.
 *   <li>{@code program}: two lines, the jar that the server runs and the umask with which it makes files.
 *   <li>{@code requests}: a named pipe, in which a client writes {@code run} or {@code interrupt}, and who ends the server {@code stop}, one on each line;
 *       anything else asks for nothing. Made when the server is ready.
 *   <li>{@code client}: a folder that a client makes, and that thereby holds the server until the client has removed it. In it are the named pipes {@code out},
 *       {@code err} and {@code answer}, and {@code arguments}: the client's process, {@code terminal} or {@code plain} for where its output goes, and the
 *       arguments, each ended by a zero byte. Who renames {@code arguments} has decided: the server to {@code taken}, upon which it answers {@code begun}, or the client to
 *       {@code withdrawn}, when the server answers {@code ended} or not within some seconds, upon which the command is a process of its own. The last answer
 *       is the exit status.
 * </ul>
 *
 * <p>A named pipe that is opened for reading or for writing alone waits for somebody at its other end, who may have been killed. So each side opens it
 * for both first.
 */
package org.selfstab.server;

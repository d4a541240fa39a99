/**
 * A process that stays and runs the commands of others, one at a time. It and its clients, the launcher's shell scripts, meet in the folder
 * {@code .selfstab-server} of the folder in which both work, which only its owner can enter:
 *
 * <ul>
 *   <li>{@code lock}: locked by the server as long as it lives.
 *   <li>{@code program}: the jar that the server runs.
 *   <li>{@code requests}: a named pipe, in which a client writes {@code run}, {@code interrupt} or {@code stop}, one on each line. Made when the server
 *       is ready.
 *   <li>{@code client}: a folder that a client makes, and that thereby holds the server until its command has ended. In it are {@code arguments}: the client's process,
 *       {@code terminal} or {@code plain} for where its output goes, and the arguments, each ended by a zero byte; the named pipes {@code out} and {@code err};
 *       and at the end {@code status}.
 * </ul>
 */
package org.selfstab.server;

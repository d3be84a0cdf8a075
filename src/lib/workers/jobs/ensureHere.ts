import type { Registry } from '../../db';
import { AppError } from '../errors';

/** Refuses what would be put into a workspace that was taken away: it would go with it, and nobody would hear of it. */
export async function ensureHere(registry: Registry, workspace: string): Promise<void> {
	if ((await registry.find(workspace))?.removed !== false) throw new AppError('workspaceGone');
}

import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { ROLES, type Role } from '../http/console-contract.ts';
import type { IconName } from './look/icon.tsx';
import type { WordKey } from './words/words.ts';

export interface Screen {
  /** As wouter reads it; a part that may be missing ends in a question mark. */
  path: string;
  /** Whoever has one of these sees it. The server decides by itself what it answers to whom. */
  roles: readonly Role[];
  title: WordKey;
  icon: IconName;
  component: LazyExoticComponent<ComponentType>;
}

/** Every screen for the signed in, in the order of the navigation: a new one is a row here and a folder beside it. */
export const SCREENS: readonly Screen[] = [
  {
    path: '/talks/:talk?',
    roles: ['advocate', 'supervisor'],
    title: 'work.title',
    icon: 'talks',
    component: lazy(() => import('./work/work-screen.tsx')),
  },
  {
    path: '/floor',
    roles: ['supervisor'],
    title: 'floor.title',
    icon: 'people',
    component: lazy(() => import('./floor/floor-screen.tsx')),
  },
  {
    path: '/reviews/:talk?',
    roles: ['advocate', 'supervisor'],
    title: 'reviews.title',
    icon: 'eye',
    component: lazy(() => import('./reviews/reviews-screen.tsx')),
  },
  {
    path: '/records/:record?',
    roles: ['advocate', 'supervisor', 'operator'],
    title: 'records.title',
    icon: 'clipboard',
    component: lazy(() => import('./records/records-screen.tsx')),
  },
  {
    path: '/replies',
    roles: ['supervisor', 'operator'],
    title: 'canned.title',
    icon: 'quote',
    component: lazy(() => import('./replies/replies-screen.tsx')),
  },
  {
    path: '/statistics',
    roles: ['supervisor', 'operator'],
    title: 'statistics.title',
    icon: 'chart',
    component: lazy(() => import('./statistics/statistics-screen.tsx')),
  },
  {
    path: '/practice/*?',
    roles: ROLES,
    title: 'practice.title',
    icon: 'flag',
    component: lazy(() => import('./practice/practice-screen.tsx')),
  },
  {
    path: '/accounts',
    roles: ['admin'],
    title: 'accounts.title',
    icon: 'key',
    component: lazy(() => import('./admin/accounts-screen.tsx')),
  },
  {
    path: '/audit',
    roles: ['admin'],
    title: 'audit.title',
    icon: 'shield',
    component: lazy(() => import('./admin/audit-screen.tsx')),
  },
  {
    path: '/retention',
    roles: ['admin'],
    title: 'retention.title',
    icon: 'lock',
    component: lazy(() => import('./admin/retention-screen.tsx')),
  },
  {
    path: '/settings',
    roles: ROLES,
    title: 'settings.title',
    icon: 'gear',
    component: lazy(() => import('./settings/settings-screen.tsx')),
  },
];

/** The screens that these roles open. */
export function screensFor(roles: readonly Role[]): Screen[] {
  return SCREENS.filter((screen) => screen.roles.some((role) => roles.includes(role)));
}

/** A screen's own address, without the parts that may be missing. */
export function addressOf({ path }: Screen): string {
  return path.replace(/\/(:\w+|\*)\?/g, '');
}
